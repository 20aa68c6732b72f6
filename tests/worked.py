"""A province so small that its summaries can be worked out by hand, as the tests of them are.

Three centres in two districts: of the town of Đà Bắc and of Giáp Đắt in Đà Bắc, of Bo in Kim Bôi;
the first half of 2012, the second, and what is needed of the year before.
"""

from __future__ import annotations

from server import Config
from server.centres import centres, units
from server.founding import create_province
from server.users import users
from server.users.users import Account
from tests.server.conftest import Wall
from tests.server.web.conftest import DAY, PASSWORD, Land

NEW_YEAR = 1_357_000_000_000  # 1 January 2013, in milliseconds
ASSOCIATION = "hoi_khuyen_hoc"


class Worked(Land):
    """``town``, ``giap_dat`` and ``bo`` are the areas of its centres."""

    def __init__(self, folder):
        super().__init__(folder)
        (self.town, self.giap_dat), (self.bo,) = self.da_bac, self.kim_boi


def province(folder):
    """The province, with its records."""
    made = create_province(Config(folder, wall=Wall()))
    db = made.db()
    by_code = {unit.code: unit for unit in units.in_force(db, DAY)}
    for code in ("04831", "04840", "04978"):
        centres.add(db, by_code[code], "2008-01-01")
    users.add(db, Account("tinh", PASSWORD, users.PROVINCE))
    users.add(db, Account("kim.boi", PASSWORD, users.DISTRICT, by_code["153"].id))
    made.close()
    land = Worked(folder)
    land.wall.now = NEW_YEAR
    _activities(land)
    _plans(land)
    return land


def _activities(land):
    for day, category, values in (
        ("2011-04-01", "khuyen_nong", {"attendance_count": 100}),
        ("2012-03-05", "khuyen_nong", RICE),
        ("2012-05-10", "khuyen_nong", CITRUS),
        ("2012-06-30", "phap_luat", LAW),
        ("2012-09-15", "xmc", LITERACY),
    ):
        land.activity(land.town, held_from=day, category=category, **values)
    few = {"attendance_count": 50, "female_count": 0, "social_contribution_amount": 300_000}
    land.activity(land.giap_dat, held_from="2012-02-02", **few)
    for day, attended, female in (("2011-02-01", 40, None), ("2012-10-10", 80, 33)):
        counts = {"attendance_count": attended, "female_count": female}
        land.activity(land.bo, held_from=day, category="phap_luat", **counts)


RICE = {
    "class_count": 1,
    "session_count": 4,
    "attendance_count": 86,
    "female_count": 41,
    "ethnic_minority_count": 72,
    "poor_household_count": 20,
    "instructor_count": 2,
    "instructor_organisation": "khuyen_nong",
    "budget_amount": 1_250_000,
}
CITRUS = {
    "class_count": 2,
    "session_count": 6,
    "attendance_count": 64,
    "female_count": 30,
    "ethnic_minority_count": 50,
    "instructor_count": 3,
    "instructor_organisation": ASSOCIATION,
    "budget_amount": 500_000,
    "social_contribution_amount": 700_000,
}
LAW = {
    "session_count": 1,
    "attendance_count": 120,
    "female_count": 60,
    "instructor_count": 1,
    "instructor_organisation": ASSOCIATION,
    "learner_amount": 0,
}
LITERACY = {
    "class_count": 1,
    "session_count": 20,
    "attendance_count": 300,
    "female_count": 210,
    "ethnic_minority_count": 300,
    "poor_household_count": 150,
    "instructor_count": 1,
    "budget_amount": 3_000_000,
    "programme_amount": 2_000_000,
    "learner_amount": 150_000,
}


def _plans(land):
    for area, category, activities, attendances in (
        (land.town, "khuyen_nong", 4, 300),
        (land.town, "xmc", 1, 250),
        (land.bo, "phap_luat", 2, None),
    ):
        land.write(
            area,
            "annual_plan",
            year=2012,
            category=category,
            target_activity_count=activities,
            target_attendance_count=attendances,
        )
