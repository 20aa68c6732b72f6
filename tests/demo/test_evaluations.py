import json
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from demo import evaluations
from schemas.record import check
from schemas.records.criteria_set import adapted, rank
from schemas.records.evaluation import Evaluation, check_scores, self_total


@pytest.fixture(scope="module")
def criteria_set():
    path = Path("server/data") / "criteria_sets.json"
    filed = json.loads(path.read_text("utf-8"))["sets"]
    return adapted(filed[0], 2008)


def test_the_ranks_of_210_centres_are_those_of_2019():
    found = Counter(evaluations.ranks(Random(1)))

    assert {"good": 32.9, "fair": 45.7, "average": 21.4} == {
        name: round(count / 2.10, 1) for name, count in found.items()
    }


@pytest.mark.parametrize("wanted", ["good", "fair", "average"])
def test_an_evaluation_has_the_rank_it_was_asked_for(wanted, criteria_set):
    for seed in range(60):
        values = evaluations.evaluation(Random(seed), wanted, 2012, criteria_set)
        checked = {name: v for name, v in check(Evaluation, values).items() if v is not None}

        assert values == checked
        assert {} == check_scores(values, criteria_set)
        assert wanted == rank(criteria_set, self_total(values))
