"""Programs of other ages: this one, and what it may be one and two releases later."""
