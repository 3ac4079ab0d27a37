"""What jobs say: small frozen values, one module per subject. Arrays in them are never written again."""
