"""The experiments of the training lab, one module each."""
