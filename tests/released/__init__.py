"""What every release left behind, kept for ever and opened by every later version."""
