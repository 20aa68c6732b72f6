"""What comes out: lists, figures and reports, each figure a query that lists its records too."""
