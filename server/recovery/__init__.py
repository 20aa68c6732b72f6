"""Losing the server, and having it back: the recovery sheet, sealed backups, what opens them."""
