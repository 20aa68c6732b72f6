"""Pages with totals and charts."""
