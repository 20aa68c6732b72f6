"""Sync without a network: files on a stick, to the province and between machines of one centre."""
