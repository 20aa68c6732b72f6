"""What the agent writes with: whole files, locks, room on the disk, its own tables."""
