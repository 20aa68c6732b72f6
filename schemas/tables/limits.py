"""How much of a file is read: what is larger is refused before it fills the memory."""

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 50_000, 300, 2_000_000
