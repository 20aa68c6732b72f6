"""The encryption of a centre's folder, and who keeps the key."""
