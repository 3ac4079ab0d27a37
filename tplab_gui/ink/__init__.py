"""Ink: what a pen drew, as vectors, as MNIST shows it, and read by the digit network."""
