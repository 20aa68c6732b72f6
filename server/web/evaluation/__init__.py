"""Pages of the yearly evaluation: criteria sets, the list of a year, verification."""
