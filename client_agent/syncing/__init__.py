"""Sync with the province over a network: when it is tried, its result, what it confirmed."""
