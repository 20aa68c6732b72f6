"""Plausible profiles: of 210 centres, 135 have premises of their own, 107 an account."""

from __future__ import annotations

from random import Random

from . import phrases
from .plausible import Place, Values


def person(random: Random) -> str:
    """Return a full name."""
    names = (phrases.SURNAMES, phrases.MIDDLE_NAMES, phrases.GIVEN_NAMES)
    return " ".join(random.choice(part) for part in names)


def centre_profile(random: Random, at: Place) -> Values:
    """Return the plain values of the centre's profile."""
    deputies = (
        f"{person(random)}, Chủ tịch Hội Khuyến học xã",
        f"{person(random)}, Hiệu trưởng trường THCS",
    )
    villages = len(at.villages)
    return {
        "name": f"Trung tâm học tập cộng đồng xã {at.commune}",
        "phone": f"0218 3{random.randint(100, 899)} {random.randint(100, 999)}",
        "decision_number": f"{random.randint(10, 900)}/QĐ-UBND",
        "founded_on": f"{random.randint(1999, 2006)}-{random.randint(1, 12):02}-15",
        "has_own_premises": random.random() < 135 / 210,
        "has_seal": True,
        "has_account": random.random() < 107 / 210,
        "computer_count": random.choice((1, 1, 2, 2, 3)),
        "has_internet": True,
        "has_bookcase": True,
        "has_loudspeaker_tv": random.random() < 140 / 210,
        "is_linked_to_culture_house": random.random() < 0.6,
        "director": person(random),
        "director_post": random.choice(("Chủ tịch UBND xã", "Phó Chủ tịch UBND xã")),
        "deputies": "\n".join(deputies),
        "accountant": person(random),
        "treasurer": person(random),
        "seconded_teacher_count": random.choice((0, 0, 1)),
        "collaborator_count": random.randint(9, 27),
        "population_15_count": random.randint(1_400, 5_600),
        "village_count": villages,
        "village_club_count": random.randint(villages - 2, villages),
    }
