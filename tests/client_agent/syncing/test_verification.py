"""A look at everything changes nothing; what is wrong is named, and made anew when asked."""

import pytest

from client_agent.syncing.verification import messages, verify
from sync.changes import Key
from sync.stores.health.consistency import COPY, RECORD, SUM, Finding


def run(agent, sql):
    agent.store().db.conn.execute(sql)


def looked(agent, mend=False, ask=True):
    return verify(agent, mend, agent.sync if ask else None, lambda *_: None)


def state(agent):
    conn = agent.store().db.conn
    tables = ("log", "records", "digests", "activity", "checkpoint")
    return {name: sorted(conn.execute(f"select * from {name}").fetchall()) for name in tables}


@pytest.fixture
def filled(agent, write):
    for _ in range(3):
        write(agent)
    agent.sync()
    return agent


def test_all_is_well_here_and_there(filled):
    verdict = looked(filled)

    assert (0, 3, ()) == (verdict.code, verdict.records, verdict.findings)
    assert " – " in verdict.words
    assert any("hai bên giống nhau" in said.vi for said in messages(verdict))


def test_looking_alone_changes_nothing_and_says_what_to_do(filled):
    run(filled, "update records set cells = replace(cells, 'mù', 'mu') where record_id = '2'")
    before = state(filled)
    verdict = looked(filled, ask=False)

    assert (10, (Finding(RECORD, Key("a1", "activity", "2")),)) == (verdict.code, verdict.findings)
    assert before == state(filled)
    said = [label.vi for label in messages(verdict)]
    assert "verify --repair" in said[0]
    assert "bản ghi Hoạt động 2" == said[1]


@pytest.mark.parametrize(
    ("kind", "sql"),
    [
        (RECORD, "update records set cells = replace(cells, 'mù', 'mu') where record_id = '2'"),
        (SUM, "update digests set total = '7' where record_type = 'activity'"),
        (COPY, "update activity set title = 'Sai' where _id = '2'"),
    ],
)
def test_what_is_wrong_is_rebuilt_when_asked(filled, kind, sql):
    before = state(filled)
    run(filled, sql)
    verdict = looked(filled, mend=True)

    assert (9, [kind], 0) == (verdict.code, [each.kind for each in verdict.findings], verdict.left)
    assert 0 == verdict.report.repaired
    assert {**before, "checkpoint": None} == {**state(filled), "checkpoint": None}
    assert 0 == looked(filled).code


def test_what_rotted_so_that_the_digest_knows_is_mended_with_the_province(filled):
    run(filled, "update records set fingerprint = 'ff', cells = replace(cells, 'mù', 'mu')")
    run(filled, "update digests set total = '7'")
    verdict = looked(filled)

    assert (10, 3) == (verdict.code, verdict.report.repaired)
    assert any("3 bản ghi khác nhau" in said.vi for said in messages(verdict))
    assert 0 == looked(filled).code


def test_without_a_network_what_is_here_is_looked_at_all_the_same(offline, write):
    write(offline)
    verdict = looked(offline)

    assert (2, 1, ()) == (verdict.code, verdict.records, verdict.findings)
    assert any("Chưa so được với tỉnh" in said.vi for said in messages(verdict))
    assert all("{" not in text for said in messages(verdict) for text in said)


def test_progress_ends_with_everything(filled):
    steps = []
    verify(filled, False, None, lambda *step: steps.append(step))

    assert (0, 3) == steps[0]
    assert (3, 3) == steps[-1]


def test_in_the_background_only_one_at_a_time_and_the_verdict_stays(filled):
    threads = [filled.verifier.start(False), filled.verifier.start(False)]
    threads[0].join()

    assert threads[1] is None
    assert not filled.verifier.under_way
    assert (0, 3) == (filled.verifier.verdict.code, filled.verifier.done)
