"""Programs of the developers: they make what ships in models/ and resources/. Never imported by the product."""
