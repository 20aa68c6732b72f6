"""Pages of records that both applications have."""
