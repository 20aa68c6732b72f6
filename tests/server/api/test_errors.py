import pytest

from server.api import errors
from sync.errors import Refused
from sync.messages import Refusal


@pytest.fixture
def inside(app):
    """The server's own connection to the database."""
    return app.extensions["province"].db()


def test_every_code_of_a_refusal_has_a_status():
    assert set(Refused.kinds) <= set(errors.STATUS)


def test_a_database_that_another_program_holds_asks_the_centre_to_wait(enrol, inside, db):
    computer = enrol()
    inside.execute("pragma busy_timeout = 20")
    db.execute("begin immediate")
    answer = computer.post(computer.request())
    db.execute("rollback")
    refusal = computer.opened(answer, Refusal)

    assert (503, "busy", errors.BUSY) == (answer.status_code, refusal.code, refusal.seconds)
    assert str(errors.BUSY) == answer.headers["Retry-After"]


def test_a_full_disk_asks_the_centre_to_wait_and_keeps_nothing(enrol, inside, db):
    computer = enrol()
    for number in range(300):
        computer.write(record_id=str(number), title="Tập huấn " * 20)
    (pages,) = inside.execute("pragma page_count").fetchone()
    inside.execute(f"pragma max_page_count = {pages + 1}")
    answer = computer.post(computer.request())
    refusal = computer.opened(answer, Refusal)

    assert ("busy", errors.OUT_OF_ORDER) == (refusal.code, refusal.seconds)
    assert [] == list(db["activity"].rows)
