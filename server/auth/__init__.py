"""Who may do what: a centre's device (``device_permissions``), a person (``permissions``)."""
