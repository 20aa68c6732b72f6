"""Importing a table: choose a file, look at its rows, confirm, undo. For both applications."""
