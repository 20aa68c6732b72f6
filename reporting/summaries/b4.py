"""B4: the Learning Promotion Association: its bodies, members, schools, and support given."""

from __future__ import annotations

from schemas.formatting.label import Label

from .declaration import LAST_DAY, Column, Figure, Share, Summary, of_fields

BODIES = Label("Tổ chức", "Bodies")
MEMBERS = Label("Hội viên", "Members")
SCHOOLS = Label("Trường học", "Schools")
SUPPORT = Label("Hỗ trợ trong kỳ", "Support given in the period")

SUMMARY = Summary(
    code="b4",
    label=Label("B4. Tổ chức Hội", "B4. The Association"),
    help=Label(
        "Hội cơ sở, chi hội, ban khuyến học, hội viên; trường có chi hội; điều kiện hỗ trợ.",
        "Grassroots associations, branches, boards, members; schools with a branch; support given.",
    ),
    main="member_count",
    columns=(
        Column(
            "association_count",
            Label("Hội cơ sở", "Grassroots associations"),
            Figure("association_unit", where={"kind": "hoi_co_so"}, when=LAST_DAY),
            BODIES,
        ),
        *of_fields("membership_snapshot", "branch_count", "board_count", group=BODIES),
        *of_fields(
            "membership_snapshot",
            "member_count",
            "new_count",
            "left_count",
            "female_count",
            "ethnic_minority_count",
            "party_member_count",
            "teacher_count",
            group=MEMBERS,
        ),
        *of_fields("membership_snapshot", "population_count"),
        Column(
            "member_rate",
            Label("% dân số là hội viên", "% of population"),
            Share("member_count", "population_count"),
        ),
        *of_fields(
            "membership_snapshot", "school_count", "school_with_branch_count", group=SCHOOLS
        ),
        Column(
            "school_rate",
            Label("% có chi hội", "% with a branch"),
            Share("school_with_branch_count", "school_count"),
            SCHOOLS,
        ),
        Column("support_count", Label("Số lần", "Times"), Figure("support_item"), SUPPORT),
        Column(
            "support_amount",
            Label("Giá trị (đồng)", "Value (đồng)"),
            Figure("support_item", "value_amount"),
            SUPPORT,
        ),
    ),
)
