"""The counts that forms ask for again and again: of all who came, how many are of whom.

They are counts, never names: ethnic origin and health are sensitive data, so that small
counts of them are withheld from others (``small_counts``).
"""

from __future__ import annotations

from ..formatting.label import Label
from .adding import AS_WHOLE
from .numbers import Count

COUNTED = Label("Chỉ đếm, không ghi tên.", "Counted only, no names.")


def female(of: str, group: Label | None = None) -> Count:
    help = Label("Phụ nữ, trẻ em gái.", "Women and girls.")
    return Count("Trong đó nữ", "Of whom female", help, of=of, group=group, adds=AS_WHOLE)


def ethnic_minority(of: str, group: Label | None = None) -> Count:
    return Count(
        "Trong đó dân tộc thiểu số",
        "Of whom ethnic minority",
        COUNTED,
        of=of,
        group=group,
        adds=AS_WHOLE,
        sensitive=True,
    )


def poor_household(of: str, group: Label | None = None) -> Count:
    help = Label("Theo sổ hộ nghèo của xã.", "By the commune's list of poor households.")
    vi, en = "Trong đó hộ nghèo", "Of whom poor households"
    return Count(vi, en, help, of=of, group=group, adds=AS_WHOLE, sensitive=True)


def disabled(of: str, group: Label | None = None) -> Count:
    vi, en = "Trong đó khuyết tật", "Of whom disabled"
    return Count(vi, en, COUNTED, of=of, group=group, adds=AS_WHOLE, sensitive=True)


def aged(years: str, of: str, group: Label | None = None) -> Count:
    """Of those ages: "15–25"."""
    help = Label("Tính như số ở trên.", "Counted as those above.")
    return Count(f"{years} tuổi", f"Aged {years}", help, of=of, group=group, adds=AS_WHOLE)
