"""Files that come in or go out through a page."""
