"""Where replicas keep their records and log: in memory, or in an SQLite file."""
