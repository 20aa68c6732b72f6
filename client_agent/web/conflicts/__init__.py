"""Pages about what needs a person: values that contradict each other, and parked changes."""
