"""What the rows of a table from elsewhere would become, and what must be asked first."""
