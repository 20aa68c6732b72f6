"""The people at this computer: who they are, what they did, what they have half typed."""
