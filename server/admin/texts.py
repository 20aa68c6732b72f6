"""What the pages say on which the province is set up."""

from __future__ import annotations

from schemas.label import Label

TEXTS: dict[str, Label] = {}
