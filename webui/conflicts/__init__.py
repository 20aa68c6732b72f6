"""Conflicts and parked changes: what needs a person, and what was decided."""
