"""The main job with real processes: a server, 210 centres, offline, online, counted."""
