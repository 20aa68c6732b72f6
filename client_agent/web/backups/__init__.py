"""Pages about copies of the work, and about going back to one."""
