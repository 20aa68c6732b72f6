"""The centre: records offline, syncs when it can."""

__version__ = "0.1.0"
