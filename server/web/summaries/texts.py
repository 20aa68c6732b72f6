"""What the pages of the summaries say, in both languages."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "summary.which": Label("Biểu", "Summary table"),
    "summary.silent": Label("chưa báo cáo", "not reported yet"),
    "summary.no_figures": Label("chưa có số liệu", "no figures yet"),
    "summary.of_year": Label(
        "Số liệu của năm gần nhất: {year}", "Figures of the last full year: {year}"
    ),
    "summary.missing": Label(
        "Chưa báo cáo ({count} trung tâm):", "Not reported yet ({count} {count:centre|centres}):"
    ),
    "summary.rests": Label(
        "{reported}/{expected} trung tâm đã báo cáo, {records} bản ghi",
        "{reported} of {expected} {expected:centre|centres} reported, "
        "{records} {records:record|records}",
    ),
    "summary.rests.share": Label(
        "Tính trên {reported}/{expected} trung tâm có đủ hai số",
        "Of the {reported} of {expected} {expected:centre|centres} that have both numbers",
    ),
    "summary.partial": Label(
        "* Chỉ tính trên những trung tâm có đủ cả hai số; trung tâm thiếu một số thì không tính.",
        "* Worked out only of the centres that have both numbers; others are left out.",
    ),
    "summary.legend": Label(
        "“-”: không tính được hoặc để trống. “Chưa báo cáo” khác với 0.",
        "“-”: left empty, or cannot be worked out. “Not reported yet” is not 0.",
    ),
    "summary.help": Label(
        "Bấm vào một số để xem những bản ghi làm nên số đó. Tệp CSV và Excel có đủ mọi xã.",
        "Press a number to see the records it rests on. The CSV and Excel files have all communes.",
    ),
}
