"""The way to the province over a network: when it is tried, what came of it, what it confirmed."""
