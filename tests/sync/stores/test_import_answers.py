"""What people answered about tables is kept for the next one, and can be forgotten."""

import pytest

from sync.stores.import_answers import Answer, Answers
from sync.stores.sqlite import SqliteStore, connect
from tests.contracts.projections import projections

FIRST = Answer("value", "category", "Pháp luật", "=phap_luat", "Lan", 1)
SECOND = Answer("heading", "", "kinh phi", "=budget_amount", "Tuấn", 2)


@pytest.fixture
def store(tmp_path):
    store = SqliteStore(connect(tmp_path / "store.db"), projections())
    yield store
    store.db.close()


def test_answers_are_kept_for_their_register_and_their_office(store):
    mine = Answers(store, "a1", "activity")
    mine.keep([FIRST, SECOND])

    assert [SECOND, FIRST] == mine.all() == Answers(store, "a1", "activity").all()
    assert [] == Answers(store, "a2", "activity").all()
    assert [] == Answers(store, "a1", "instructor").all()


def test_a_later_answer_takes_the_place_of_an_earlier_one(store):
    mine = Answers(store, "a1", "activity")
    mine.keep([FIRST])
    mine.keep([FIRST._replace(answer="=khac", made=3)])

    assert ["=khac"] == [one.answer for one in mine.all()]


def test_an_answer_is_forgotten(store):
    mine = Answers(store, "a1", "activity")
    mine.keep([FIRST, SECOND])
    mine.forget([FIRST[:3]])

    assert [SECOND] == mine.all()
