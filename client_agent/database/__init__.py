"""The centre's database file: is it sound, copied, repaired, and is there room for it."""
