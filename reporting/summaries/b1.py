"""B1: the activities of the centres, by unit and category, against the plan and last year."""

from __future__ import annotations

from schemas.formatting.label import Label

from .declaration import (
    BEFORE,
    SO_FAR,
    YEAR,
    Change,
    Column,
    Figure,
    Share,
    Summary,
    of_fields,
)

DONE = Label("Tổ chức trong kỳ", "Carried out")
LEARNERS = Label("Lượt người học", "Attendances")
ASSOCIATION = Label("Trong đó do Hội Khuyến học", "Of which by the Association")
FUNDS = Label("Kinh phí (đồng)", "Funding (đồng)")
PLAN = Label("So với kế hoạch năm, lũy kế từ 01/01", "Against the year's plan, since 1 January")
LAST_YEAR = Label("Cùng kỳ năm trước", "Same period last year")
BY_ASSOCIATION = {"instructor_organisation": "hoi_khuyen_hoc"}

SUMMARY = Summary(
    code="b1",
    label=Label("B1. Hoạt động", "B1. Activities"),
    help=Label(
        "Hoạt động theo đơn vị và lĩnh vực, so với kế hoạch năm và cùng kỳ năm trước.",
        "Activities by unit and category, against the year's plan and the same period last year.",
    ),
    by="category",
    columns=(
        Column("activity_count", Label("Hoạt động", "Activities"), Figure("activity"), DONE),
        *of_fields("activity", "class_count", "session_count", group=DONE),
        Column(
            "attendance_count",
            Label("Tổng", "All"),
            Figure("activity", "attendance_count"),
            LEARNERS,
        ),
        *of_fields(
            "activity",
            "female_count",
            "ethnic_minority_count",
            "poor_household_count",
            group=LEARNERS,
        ),
        *of_fields("activity", "instructor_count"),
        Column(
            "association_activity_count",
            Label("Hoạt động", "Activities"),
            Figure("activity", where=BY_ASSOCIATION),
            ASSOCIATION,
        ),
        Column(
            "association_attendance_count",
            Label("Lượt người học", "Attendances"),
            Figure("activity", "attendance_count", BY_ASSOCIATION),
            ASSOCIATION,
        ),
        *of_fields(
            "activity",
            "budget_amount",
            "programme_amount",
            "social_contribution_amount",
            "learner_amount",
            group=FUNDS,
        ),
        Column(
            "activity_count_so_far",
            Label("Hoạt động từ 01/01", "Activities since 1 January"),
            Figure("activity", when=SO_FAR),
            is_shown=False,
        ),
        Column(
            "attendance_count_so_far",
            Label("Lượt người học từ 01/01", "Attendances since 1 January"),
            Figure("activity", "attendance_count", when=SO_FAR),
            is_shown=False,
        ),
        Column(
            "target_activity_count",
            Label("Hoạt động, chỉ tiêu", "Activities, target"),
            Figure("annual_plan", "target_activity_count", when=YEAR),
            PLAN,
        ),
        Column(
            "activity_plan_rate",
            Label("% đạt", "% reached"),
            Share("activity_count_so_far", "target_activity_count"),
            PLAN,
        ),
        Column(
            "target_attendance_count",
            Label("Lượt người học, chỉ tiêu", "Attendances, target"),
            Figure("annual_plan", "target_attendance_count", when=YEAR),
            PLAN,
        ),
        Column(
            "attendance_plan_rate",
            Label("% đạt", "% reached"),
            Share("attendance_count_so_far", "target_attendance_count"),
            PLAN,
        ),
        Column(
            "activity_count_before",
            Label("Hoạt động", "Activities"),
            Figure("activity", when=BEFORE),
            LAST_YEAR,
        ),
        Column(
            "activity_change",
            Label("Tăng, giảm (%)", "Change (%)"),
            Change("activity_count", "activity_count_before"),
            LAST_YEAR,
        ),
        Column(
            "attendance_count_before",
            Label("Lượt người học", "Attendances"),
            Figure("activity", "attendance_count", when=BEFORE),
            LAST_YEAR,
        ),
        Column(
            "attendance_change",
            Label("Tăng, giảm (%)", "Change (%)"),
            Change("attendance_count", "attendance_count_before"),
            LAST_YEAR,
        ),
    ),
)
