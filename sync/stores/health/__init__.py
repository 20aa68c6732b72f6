"""Whether a database is sound, and what can be saved of a damaged one."""
