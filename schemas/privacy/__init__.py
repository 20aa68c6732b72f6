"""Personal data: consent, storage periods, small counts."""
