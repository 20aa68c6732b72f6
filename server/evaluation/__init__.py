"""The yearly evaluation at the province: criteria sets and who verifies."""
