"""Pages about sync, sticks and the other machines of the centre."""
