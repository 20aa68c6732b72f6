"""Where records live, and so which way they go: up, down, both ways, or not at all.

An area is a centre's own, the province's published one, which goes down to every centre, or
the internal one: what the offices keep for themselves is in it and leaves the server for
no centre's machine.
"""

from __future__ import annotations

from .formatting.label import Label

AREA = "_area"  # the cell with the area of a record; as a natural key: one record for each area
CENTRE, PUBLISHED, INTERNAL = "centre", "published", "internal"
AREAS = (CENTRE, PUBLISHED, INTERNAL)

UP, DOWN, BOTH = "up", "down", "both"
DIRECTIONS = {
    UP: Label("Trung tâm ghi, tỉnh nhận", "Kept by the centre, sent up"),
    DOWN: Label("Cấp trên ban hành", "Published from above"),
    BOTH: Label("Hai chiều", "Two-way"),
    INTERNAL: Label("Lưu hành nội bộ các cơ quan", "Internal to the offices"),
}
