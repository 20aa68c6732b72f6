"""The ways to the province: HTTP, and files that are carried."""
