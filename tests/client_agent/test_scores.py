import pytest

from client_agent import scores
from schemas.records.criteria_set import CriteriaSet
from sync.changes import Key

ALL = {"self_score.1.1": "4,5", "self_score.1.2": "5", "self_score.2.1": "8"}


@pytest.fixture
def criteria_set():
    return CriteriaSet.example()


@pytest.mark.parametrize(
    ("typed", "total"),
    [
        ({}, None),
        ({"self_score.1.1": "x"}, None),
        (ALL, 17.5),
        ({**ALL, "self_score.1.1": "999", "self_score.1.2": "4,3"}, 8),
    ],
)
def test_scores_are_added_up_as_far_as_the_set_allows_them(criteria_set, typed, total):
    assert total == scores.add_up(criteria_set, scores.as_typed(criteria_set, typed)).total


def test_there_is_no_rank_while_a_score_is_missing(criteria_set):
    sum_ = scores.add_up(criteria_set, {"self_score.1.1": 5, "self_score.2.1": 10})

    assert sum_.rank is None
    assert ["1.2"] == [criterion.code for criterion in sum_.missing]


def test_each_group_has_its_own_total(criteria_set):
    sum_ = scores.add_up(criteria_set, scores.as_typed(criteria_set, ALL))

    assert [("1", 9.5, 10), ("2", 8, 10)] == [(g.code, g.total, g.max) for g in sum_.groups]


def test_a_sheet_keeps_the_set_it_was_begun_with(agent, criteria):
    newer = {**criteria, "code": "TTHTCD-2", "year_from": 2012}
    agent.replica().write(Key("published", "criteria_set", "newer"), newer, "province")

    assert "TTHTCD-VD" == scores.set_for(agent, 2012, "TTHTCD-VD")["code"]


def test_the_year_is_that_of_ha_noi():
    assert 2013 == scores.this_year(1_356_973_200_000)  # 31/12/2012 17:00 UTC


def test_until_march_the_year_that_is_over_is_to_be_evaluated():
    assert 2012 == scores.due_year(1_356_973_200_000)  # 1/1/2013
    assert 2013 == scores.due_year(1_364_749_200_000)  # 1/4/2013
