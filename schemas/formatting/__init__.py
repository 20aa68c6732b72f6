"""How a kind of field is read, shown, typed and compared."""
