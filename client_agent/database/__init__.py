"""The centre's database: is it sound; copied, repaired, restored, encrypted."""
