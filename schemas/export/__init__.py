"""What leaves the system besides tables: paper, OpenAPI, the data dictionary."""
