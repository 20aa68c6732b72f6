"""Pages on which a table from elsewhere becomes records."""
