"""What the province reads: every figure a query, every query one that lists its records too."""
