"""The centres and the administrative units that they lie in, by date."""
