"""Pages on which an office brings in a table from elsewhere."""
