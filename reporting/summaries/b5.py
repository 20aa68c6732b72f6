"""B5: the learning titles of the scheme in force, by unit and title, of the last full year."""

from __future__ import annotations

from schemas.formatting.label import Label

from .declaration import ENDED_YEAR, Column, Figure, Summary


def _column(name: str, vi: str, en: str) -> Column:
    """A figure or rate of the yearly counts of titles."""
    return Column(name, Label(vi, en), Figure("title_count", name, {}, ENDED_YEAR, "scheme"))


SUMMARY = Summary(
    code="b5",
    label=Label("B5. Danh hiệu", "B5. Titles"),
    help=Label(
        "Danh hiệu học tập theo bộ danh hiệu đang áp dụng; số của năm đã kết thúc gần nhất.",
        "Learning titles of the scheme in force; the figures are of the last year that has ended.",
    ),
    by="title",
    columns=(
        _column("total_count", "Tổng số", "In all"),
        _column("registered_count", "Đăng ký", "Registered"),
        _column("achieved_count", "Đạt", "Achieved"),
        _column("achieved_rate", "% đạt so với tổng số", "% achieved of all"),
        _column("registered_rate", "% đạt so với đăng ký", "% achieved of registered"),
        _column("new_count", "Đạt lần đầu", "For the first time"),
        _column("retained_count", "Giữ vững", "Retained"),
        _column("target_count", "Chỉ tiêu", "Target"),
        _column("target_rate", "% đạt so với chỉ tiêu", "% achieved of target"),
    ),
)
