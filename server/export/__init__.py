"""All that is recorded, in one file: an archive, or a copy for other tools."""
