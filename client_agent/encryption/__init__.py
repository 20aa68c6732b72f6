"""The keys of a centre: who keeps them, and the words that bring one back."""
