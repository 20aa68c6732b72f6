"""Reading files of tables: one module per kind of file, each from bytes to cells of text."""
