"""What the lab says about a whole: this machine now, the rebuilt lab report later."""
