"""Pieces of the window that more than one place may use; they know Qt and values, not jobs."""
