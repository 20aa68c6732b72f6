"""Plausible records of community learning centres: the same seed gives the same centre.

The figures keep to what Hòa Bình itself publishes: about 60 attendances an
activity, women 45 to 60 %, ethnic minorities about 70 %.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any, NamedTuple

from schemas.records.activity import AGE_BANDS

from . import phrases
from .subjects import SUBJECTS

Values = dict[str, Any]
WEIGHTS = {
    "xmc": 2, "pcgd": 3, "phap_luat": 14, "khuyen_nong": 24, "khuyen_cong": 3, "khuyen_ngu": 2,
    "khuyen_lam": 4, "day_nghe": 4, "suc_khoe": 12, "van_hoa": 12, "ky_nang_song": 4,
    "moi_truong": 4, "ntm": 6, "chuyen_doi_so": 1, "ngoai_ngu": 1, "phong_chong_tnxh": 5,
    "khuyen_hoc": 5, "thong_tin_tu_van": 5, "khac": 1,
}  # fmt: skip
TALK = {"chuyen_de": 60, "tap_huan": 16, "hoi_thao": 6, "cau_lac_bo": 10, "truyen_thanh": 5}
CLASS = {"lop_hoc": 5, "tap_huan": 3, "cau_lac_bo": 1}
LAND = {"tap_huan": 5, "chuyen_de": 9, "cau_lac_bo": 2, "tham_quan": 1, "lop_hoc": 1}
# Little happens around Tết and at harvest; most in the months of learning, and after.
SEASONS = (7, 5, 10, 9, 8, 7, 9, 8, 9, 12, 10, 6)
OUTSIDE = ("khuyen_nong", "khuyen_lam", "khuyen_ngu")
FORMS = {
    **dict.fromkeys(("xmc", "pcgd", "ngoai_ngu", "chuyen_doi_so", "day_nghe"), CLASS),
    "van_hoa": {"van_nghe_the_thao": 8, "cau_lac_bo": 2},
    **dict.fromkeys(OUTSIDE, LAND),
}
# How many persons come, and to how many sessions, by form.
TURNOUT = {
    "lop_hoc": ((14, 26), (4, 8)),
    "chuyen_de": ((26, 70), (1, 1)),
    "tap_huan": ((25, 45), (1, 2)),
    "hoi_thao": ((22, 55), (1, 1)),
    "van_nghe_the_thao": ((50, 140), (1, 1)),
    "cau_lac_bo": ((15, 32), (1, 3)),
    "truyen_thanh": ((60, 130), (1, 1)),
    "tham_quan": ((14, 30), (1, 1)),
}
INSTRUCTORS = {
    **dict.fromkeys(("xmc", "pcgd", "ngoai_ngu", "chuyen_doi_so"), ("giao_duc",)),
    **dict.fromkeys(("khuyen_nong", "khuyen_ngu", "khuyen_lam"), ("khuyen_nong", "hoi_nong_dan")),
    "phap_luat": ("tu_phap", "tu_phap", "cong_an_quan_su"),
    "suc_khoe": ("y_te", "y_te", "hoi_phu_nu"),
    "van_hoa": ("nguoi_dan", "doan_the_khac", "giao_duc"),
    "phong_chong_tnxh": ("cong_an_quan_su", "doan_the_khac"),
    "khuyen_cong": ("nguoi_dan", "doanh_nghiep"),
    "day_nghe": ("giao_duc", "doanh_nghiep", "khac"),
}
OTHERS = ("hoi_khuyen_hoc", "hoi_phu_nu", "doan_the_khac", "hoi_nong_dan")


class Place(NamedTuple):
    """A commune and what is the same in all its records."""

    commune: str
    villages: tuple[str, ...]
    minority_share: float
    by_the_lake: bool


def place(random: Random, commune: str) -> Place:
    """Return a commune with villages of its own."""
    villages = tuple(random.sample(phrases.VILLAGES, random.randint(7, 12)))
    return Place(commune, villages, random.triangular(0.3, 0.98, 0.8), random.random() < 0.25)


def activities(random: Random, at: Place, year: int, count: int) -> Iterator[Values]:
    """Yield ``count`` activities of one centre in one year, from January to December."""
    months = random.choices(range(1, 13), SEASONS, k=count)
    for day in sorted(dt.date(year, month, random.randint(1, 28)) for month in months):
        yield activity(random, at, day)


def activity(random: Random, at: Place, held_from: dt.date) -> Values:
    """Return the plain values of one activity that began on ``held_from``."""
    category = _category(random, at, held_from)
    form = _pick(random, FORMS.get(category, TALK))
    village = random.choice(at.villages)
    persons = random.randint(*TURNOUT[form][0])
    sessions = random.randint(*TURNOUT[form][1])
    # A class loses some of its people on the way; whoever came once is a person.
    came = persons if sessions == 1 else round(persons * sessions * random.uniform(0.85, 1))
    last_day = dt.date(held_from.year, 12, 31)
    held_to = min(held_from + dt.timedelta(days=(sessions - 1) * 3), last_day)
    return {
        "title": _title(random, category, form),
        "category": category,
        **({"category_other": "Công việc chung của trung tâm"} if category == "khac" else {}),
        "form": form,
        "held_from": held_from.isoformat(),
        "held_to": held_to.isoformat(),
        "venue": random.choice(_venues(category, form)).format(village=village, commune=at.commune),
        "village": f"Xóm {village}",
        "session_count": sessions,
        "period_count": sessions * random.choice((2, 3, 3, 4)),
        **_people(random, at, came),
        **(_learners(random, persons) if form == "lop_hoc" else {}),
        **_teaching(random, category),
        **_money(random, form),
        **_notes(random, village, held_from),
    }


def _category(random: Random, at: Place, day: dt.date) -> str:
    weights = {**WEIGHTS, "khuyen_ngu": 6 if at.by_the_lake else 1}
    if day.month == 10 and day.day < 8:  # the week of lifelong learning
        weights["khuyen_hoc"] = 80
    return _pick(random, weights)


def _venues(category: str, form: str) -> tuple[str, ...]:
    if form == "van_nghe_the_thao":
        return phrases.STAGES
    return phrases.FIELDS if category in OUTSIDE else phrases.VENUES


def _pick(random: Random, weights: Mapping[str, int]) -> str:
    return random.choices(tuple(weights), tuple(weights.values()))[0]


def _title(random: Random, category: str, form: str) -> str:
    subject = random.choice(SUBJECTS[category])
    words = [random.choice(phrases.OPENINGS[form]), subject]
    if " cho " not in subject and random.random() < 0.35:
        words.append(random.choice(phrases.AUDIENCES))
    return " ".join(words)


def _people(random: Random, at: Place, came: int) -> Values:
    share = min(max(random.gauss(at.minority_share, 0.06), 0), 1)
    people = {
        "attendance_count": came,
        "female_count": round(came * random.uniform(0.45, 0.6)),
        "ethnic_minority_count": round(came * share),
        "poor_household_count": round(came * random.uniform(0.08, 0.3)),
        "disabled_count": random.choice((0, 0, 0, 0, 1, 2)),
    }
    if random.random() < 0.3:
        young, grown = round(came * random.uniform(0.1, 0.25)), round(came * 0.3)
        old = round(came * random.uniform(0.05, 0.15))
        ages = (young, grown, came - young - grown - old, old)
        people.update(zip(AGE_BANDS, ages, strict=True))
    return people


def _learners(random: Random, persons: int) -> Values:
    completed = round(persons * random.uniform(0.8, 1))
    return {"class_count": 1, "person_count": persons, "completed_count": completed}


def _teaching(random: Random, category: str) -> Values:
    values: Values = {
        "instructor_count": random.choice((1, 1, 1, 2, 2, 3)),
        "instructor_organisation": random.choice(INSTRUCTORS.get(category, OTHERS)),
    }
    if random.random() < 0.7:
        values["partner_body"] = random.choice(phrases.PARTNERS)
    if random.random() < 0.4:
        values["material_used"] = random.choice(phrases.MATERIALS)
    return values


def _money(random: Random, form: str) -> Values:
    budget = random.randrange(20, 300) * 10_000 if form != "truyen_thanh" else 0
    amounts = {"budget_amount": budget if random.random() < 0.7 else 0}
    if random.random() < 0.12:
        amounts["programme_amount"] = random.randrange(50, 1_200) * 10_000
    if random.random() < 0.3:
        amounts["social_contribution_amount"] = random.randrange(5, 250) * 10_000
    if form == "lop_hoc" and random.random() < 0.2:
        amounts["learner_amount"] = random.randrange(5, 60) * 10_000
    return amounts


def _notes(random: Random, village: str, day: dt.date) -> Values:
    texts = {}
    if random.random() < 0.35:
        note = random.choice(phrases.RESULTS)
        texts["result_note"] = note.format(count=random.randint(8, 60), village=village)
    if random.random() < 0.5:
        texts["source_paper"] = f"Sổ theo dõi {day.year}, trang {random.randint(1, 90)}"
    return texts
