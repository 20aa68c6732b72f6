"""Pages of records: lists, forms, history, paper and files."""
