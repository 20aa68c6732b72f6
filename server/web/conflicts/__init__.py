"""Pages of conflicts and parked changes."""
