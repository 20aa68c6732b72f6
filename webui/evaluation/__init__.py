"""Pages of the yearly evaluation: what the centre and the offices both show."""
