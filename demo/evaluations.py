"""Plausible evaluations: the ranks of 210 centres come out as Hòa Bình published them for 2019."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from schemas.records.criteria_set import criteria

from .plausible import Values

# How many of 210 centres have the rank (32.9, 45.7 and 21.4 %), and its totals from – to.
RANKS = {"good": (69, 85.0, 96.0), "fair": (96, 70.0, 84.5), "average": (45, 52.0, 69.5)}
EVIDENCE = (
    "Sổ theo dõi hoạt động",
    "Quyết định và quy chế lưu tại UBND xã",
    "Kế hoạch năm đã được phê duyệt",
    "Biên bản họp ban giám đốc",
    "Ảnh chụp, danh sách người dự",
)
REASONS = (
    "Thiếu thủ quỹ trong một số tháng",
    "Chưa có phòng làm việc riêng",
    "Một số chuyên đề lùi sang năm sau",
    "Kinh phí xã hội hóa còn ít",
)


def ranks(random: Random) -> list[str]:
    """Return a rank for each of 210 centres, in the shares that Hòa Bình published for 2019."""
    drawn = [rank for rank, (count, _, _) in RANKS.items() for _ in range(count)]
    random.shuffle(drawn)
    return drawn


def evaluation(random: Random, rank: str, year: int, criteria_set: Values) -> Values:
    """Return a finished self-evaluation whose total earns that rank."""
    _, low, high = RANKS[rank]
    total = round(random.uniform(low, high) * 2) / 2
    most = {criterion.code: criterion.max for criterion in criteria(criteria_set)}
    scores = _scores(random, most, total)
    short = [code for code, score in scores.items() if score < most[code]]
    return {
        "year": year,
        "criteria_set": criteria_set["code"],
        "status": "self_assessed",
        **{f"self_score.{code}": score for code, score in scores.items()},
        **{f"evidence.{code}": random.choice(EVIDENCE) for code in random.sample(tuple(most), 4)},
        **{f"reason.{code}": random.choice(REASONS) for code in short[:2]},
    }


def _scores(random: Random, most: Mapping[str, float], total: float) -> dict[str, float]:
    """Share ``total`` out in half points, evenly but for chance."""
    share = total / sum(most.values())
    scores = {code: round(top * share * 2) / 2 for code, top in most.items()}
    while (left := total - sum(scores.values())) or random.random() < 0.8:
        code = random.choice(tuple(most))
        step = 0.5 if left > 0 else -0.5 if left < 0 else random.choice((0.5, -0.5))
        if 0 <= scores[code] + step <= most[code]:
            scores[code] += step
    return scores
