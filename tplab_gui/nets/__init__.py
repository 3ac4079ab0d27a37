"""The networks themselves, and how their weights are read and written. Everything here is torch."""
