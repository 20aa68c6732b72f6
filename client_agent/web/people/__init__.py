"""Pages of the people at this computer: log-in, PINs, names."""
