"""B3: the premises, equipment and people of the centres, on the last day of the period."""

from __future__ import annotations

from schemas.formatting.label import Label

from .declaration import EXPECTED, KEEPERS, LAST_DAY, Column, Figure, Summary, of_fields

PLACE = Label("Trung tâm có", "Centres with")
POSTS = Label("Trung tâm có người giữ chức", "Centres with the post filled")
TEACHING = Label("Người dạy", "Who teaches")


def _filled(name: str, role: str, label: Label) -> Column:
    """The centres in which somebody has that role on the last day."""
    figure = Figure("role_assignment", KEEPERS, {"role": role}, LAST_DAY)
    return Column(name, label, figure, POSTS)


SUMMARY = Summary(
    code="b3",
    label=Label("B3. Cơ sở vật chất, nhân sự", "B3. Premises and people"),
    help=Label(
        "Trung tâm có gì, ai phụ trách, vào ngày cuối kỳ.",
        "What the centres have and who leads them, on the last day of the period.",
    ),
    columns=(
        Column(
            "centre_count", Label("Số trung tâm", "Centres"), Figure("centre_profile", EXPECTED)
        ),
        *of_fields(
            "centre_profile",
            "has_own_premises",
            "has_seal",
            "has_account",
            "has_internet",
            "has_bookcase",
            "has_loudspeaker_tv",
            group=PLACE,
        ),
        *of_fields("centre_profile", "computer_count"),
        _filled("director_count", "giam_doc", Label("Giám đốc", "Director")),
        _filled("accountant_count", "ke_toan", Label("Kế toán", "Accountant")),
        _filled("treasurer_count", "thu_quy", Label("Thủ quỹ", "Treasurer")),
        Column(
            "deputy_count",
            Label("Số phó giám đốc", "Deputy directors"),
            Figure("role_assignment", where={"role": "pho_giam_doc"}, when=LAST_DAY),
        ),
        *of_fields(
            "centre_profile", "seconded_teacher_count", "collaborator_count", group=TEACHING
        ),
        Column(
            "instructor_count",
            Label("Trong sổ hướng dẫn viên", "In the register of instructors"),
            Figure("instructor", when=LAST_DAY),
            TEACHING,
        ),
        Column(
            "association_instructor_count",
            Label("Trong đó hội viên", "Of whom Association members"),
            Figure("instructor", "is_association_member", when=LAST_DAY),
            TEACHING,
        ),
    ),
)
