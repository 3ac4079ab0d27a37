"""Where examples come from: pictures, sounds, handwritten and spoken digits, what is found and what is fetched."""
