"""Pages of records: lists, forms, paper."""
