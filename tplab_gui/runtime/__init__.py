"""How jobs run beside the window: threads, the frame clock, the crash hook. QtCore only."""
