"""Exchanges with devices, and what is kept so that a cut one can be resumed."""
