"""Pages of the yearly self-assessment."""
