"""TP Lab: an offline desktop laboratory in which students see neural networks learn, hear and look."""

__version__ = "0.1.0"
