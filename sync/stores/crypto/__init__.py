"""Encrypted databases: opened, and written again under another key."""
