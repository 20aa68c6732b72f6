"""Accounts of the people at the offices."""
