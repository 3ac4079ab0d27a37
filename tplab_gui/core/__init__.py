"""Values and tools that every other layer may use; numpy and the standard library only."""
