"""A province so small that its summaries can be worked out by hand, as the tests of them are.

Three centres in two districts: of the town of Đà Bắc and of Giáp Đắt in Đà Bắc, of Bo in Kim Bôi;
the first half of 2012, the second, and what is needed of the year before.
"""

from __future__ import annotations

from datetime import datetime

from server import Config
from server.centres import centres, units
from server.evaluation import criteria
from server.founding import create_province
from server.users import users
from server.users.users import Account
from tests.server.conftest import Wall
from tests.server.web.conftest import DAY, PASSWORD, Land

ASSOCIATION = "hoi_khuyen_hoc"


class Worked(Land):
    """``town``, ``giap_dat`` and ``bo`` are the areas of its centres."""

    def __init__(self, folder):
        super().__init__(folder)
        (self.town, self.giap_dat), (self.bo,) = self.da_bac, self.kim_boi


def province(folder):
    """The province, with its records."""
    made = create_province(Config(folder, wall=Wall()))
    criteria.publish(made)
    db = made.db()
    by_code = {unit.code: unit for unit in units.in_force(db, DAY)}
    for code in ("04831", "04840", "04978"):
        centres.add(db, by_code[code], "2008-01-01")
    users.add(db, Account("tinh", PASSWORD, users.PROVINCE))
    users.add(db, Account("kim.boi", PASSWORD, users.DISTRICT, by_code["153"].id))
    made.close()
    land = Worked(folder)
    _profiles(land)
    land.wall.now = at("2013-01-01")
    for write in (
        _activities,
        _plans,
        _people,
        _association,
        _titles,
        _pupils,
        _communication,
        _sheets,
    ):
        write(land)
    return land


def at(day):
    """Noon of that day in Vietnam, in milliseconds."""
    return int(datetime.fromisoformat(f"{day}T12:00+07:00").timestamp() * 1000)


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


def _profiles(land):
    """Written over in November; Bo fills in its own only then."""
    town = {
        "has_own_premises": False,
        "has_seal": True,
        "has_account": True,
        "has_internet": True,
        "has_bookcase": True,
        "computer_count": 2,
        "seconded_teacher_count": 1,
        "collaborator_count": 8,
    }
    bo = {
        "has_own_premises": True,
        "has_seal": True,
        "has_account": False,
        "has_internet": False,
        "has_bookcase": True,
        "has_loudspeaker_tv": True,
        "computer_count": 0,
        "collaborator_count": 5,
    }
    land.wall.now = at("2012-06-01")
    land.write(land.town, "centre_profile", name="TTHTCĐ Đà Bắc", **town)
    land.wall.now = at("2012-11-01")
    land.write(land.town, "centre_profile", has_own_premises=True, computer_count=5)
    land.write(land.bo, "centre_profile", name="TTHTCĐ Bo", **bo)


def _people(land):
    for area, role, first, last in (
        (land.town, "giam_doc", "2010-01-01", None),
        (land.town, "pho_giam_doc", "2010-01-01", "2012-08-31"),
        (land.town, "pho_giam_doc", "2012-03-01", None),
        (land.town, "ke_toan", "2012-07-01", None),
        (land.bo, "giam_doc", "2011-01-01", "2012-09-30"),
    ):
        land.write(area, "role_assignment", role=role, started_on=first, ended_on=last)
    for area, first, last, is_member in (
        (land.town, "2011-01-01", None, True),
        (land.town, "2012-02-01", None, False),
        (land.town, None, "2012-05-31", True),
        (land.bo, "2012-08-01", None, True),
    ):
        values = {"joined_on": first, "left_on": last, "is_association_member": is_member}
        land.write(area, "instructor", name="Bùi Văn Mẫu", **values)


JUNE = {
    "member_count": 1498,
    "new_count": 92,
    "left_count": 14,
    "female_count": 760,
    "ethnic_minority_count": 1200,
    "party_member_count": 300,
    "teacher_count": 90,
    "population_count": 6000,
    "branch_count": 14,
    "board_count": 10,
    "school_count": 3,
    "school_with_branch_count": 3,
}
DECEMBER = {
    "member_count": 1510,
    "new_count": 20,
    "left_count": 8,
    "female_count": 770,
    "party_member_count": 305,
    "teacher_count": 91,
    "population_count": 6000,
    "branch_count": 15,
    "board_count": 10,
    "school_count": 3,
    "school_with_branch_count": 2,
}
OF_BO = {
    "member_count": 200,
    "new_count": 5,
    "population_count": 2500,
    "branch_count": 4,
    "board_count": 2,
    "school_count": 2,
    "school_with_branch_count": 1,
}


def _association(land):
    for area, kind, day in (
        (land.town, "hoi_co_so", "2005-01-01"),
        (land.town, "chi_hoi", "2006-01-01"),
        (land.giap_dat, "hoi_co_so", "2012-09-01"),
    ):
        land.write(area, "association_unit", kind=kind, host="xom", founded_on=day)
    land.write(land.town, "membership_snapshot", counted_on="2012-06-30", **JUNE)
    land.write(land.town, "membership_snapshot", counted_on="2012-12-31", **DECEMBER)
    land.write(land.bo, "membership_snapshot", counted_on="2011-12-31", **OF_BO)
    support = {"kind": "kinh_phi", "value_amount": 5_000_000}
    land.write(land.giap_dat, "support_item", given_on="2012-03-01", **support)


def _titles(land):
    names = ("total", "registered", "achieved", "new", "retained", "target")
    for area, year, scheme, title, numbers in (
        (land.town, 2011, "hieu_hoc", "title_family", (900, 600, 500, 50, 400, 550)),
        (land.town, 2012, "hieu_hoc", "title_family", (920, 700, 610, 80, 480, 600)),
        (land.town, 2012, "hieu_hoc", "title_clan", (20, 10, 8, None, None, None)),
        (land.town, 2012, "hoc_tap", "title_family", (3, 3, 3, 3, 3, 3)),  # not yet in force
        (land.bo, 2012, "hieu_hoc", "title_family", (300, None, 120, None, None, 100)),
    ):
        counts = {f"{name}_count": count for name, count in zip(names, numbers, strict=True)}
        land.write(area, "title_count", year=year, scheme=scheme, title=title, **counts)


def _pupils(land):
    names = ("at_risk", "dropped", "returned", "repeated", "visit", "helped")
    for day, period, school, is_remote, numbers in (
        ("2012-05-31", "hoc_ky_2", "A", True, (12, 5, 2, 3, 20, 15)),
        ("2012-05-31", "hoc_ky_2", "B", False, (4, 1, 1, 0, None, None)),
        ("2012-12-31", "hoc_ky_1", "A", True, (7, 2, None, None, None, None)),
    ):
        counts = {f"{name}_count": count for name, count in zip(names, numbers, strict=True)}
        of = {"school_year": 2011 + (day > "2012-09"), "period": period, "school": school}
        day_and = {"counted_on": day, "is_remote": is_remote}
        land.write(land.town, "retention_count", **of, **day_and, **counts)


def _communication(land):
    for area, first, last, meetings in (
        (land.town, "2010-05-05", None, 3),
        (land.giap_dat, "2009-01-01", "2012-06-15", 1),
        (land.bo, "2012-08-08", None, 2),
    ):
        values = {"formed_on": first, "ended_on": last, "meeting_count": meetings}
        land.write(area, "steering_committee", subject="xhht", **values)
    for area, day, kind, items, audience in (
        (land.town, "2012-03-08", "tin", 2, 500),
        (land.town, "2012-04-01", "hoi_nghi", 1, 80),
        (land.bo, "2012-11-20", "phat_thanh", 10, None),
    ):
        values = {"item_count": items, "audience_count": audience}
        land.write(area, "communication_item", held_on=day, kind=kind, **values)
    for proposed, decided in (("2012-05-19", "2012-06-01"), ("2012-06-20", None)):
        land.write(land.town, "exemplar", proposed_on=proposed, decided_on=decided)


def _sheets(land):
    """Recognised, signed, a draft; and those of the year before."""
    recognised = {"verification": "recognised", "verified_signature": 1}
    for area, year, status, own, verified, how in (
        (land.town, 2012, "self_assessed", 90, 82, recognised),
        (land.giap_dat, 2012, "self_assessed", 72, None, {}),
        (land.bo, 2012, "draft", 50, None, {}),
        (land.town, 2011, "self_assessed", 88, 86, recognised),
        (land.bo, 2011, "self_assessed", 60, 55, {**recognised, "verification": "verified"}),
    ):
        scores = {"self_score.1": own, "verified_score.1": verified, "signed_times": 1}
        of = {"year": year, "criteria_set": "TTHTCD-MAU-01", "status": status}
        land.write(area, "evaluation", **of, **scores, **how)
