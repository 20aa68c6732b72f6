import shutil

import pytest

from client_agent.agent import Agent
from client_agent.errors import BundleDamaged, BundleForeign, BundleOurs, NoAnswer, StickGone
from client_agent.usb import exporting
from client_agent.usb.importing import messages, take_in
from sync.changes import Key
from sync.wire import seal


@pytest.fixture
def stick(tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


@pytest.fixture
def errand(agent, province, stick):
    """Export, let the province answer; return the answer's file."""

    def errand():
        (path,) = exporting.export(agent, stick / f"{len(list(stick.iterdir()))}-gui.khb").paths
        (answer,) = province.carry(path)
        return answer

    return errand


def confirmed(agent):
    now = agent.status()
    return now.waiting + now.on_stick, now.confirmed


def test_one_errand_settles_everything_however_much_there_is(agent, write, province, stick):
    agent.replica().page_size = 3
    for number in range(10):
        write(agent)
        province.hub.write(Key("published", "criteria_set", str(number)), {"title": "Bộ"}, "Tỉnh")
    (path,) = exporting.export(agent, stick).paths
    province.carry(path, budget=100)
    taken = take_in(agent, [stick])

    assert (10, 10, 0, True) == (taken.sent, taken.received, taken.waiting, taken.settled)
    assert agent.store().checkpoint().receipt.head == 10


def test_the_answer_is_found_among_the_files_of_many_people(
    agent, write, province, stick, errand, enrol, tmp_path
):
    write(agent)
    other = Agent(enrol(tmp_path / "other", "http://127.0.0.1:9", "d2"))
    province.carry(exporting.export(other, stick / "other-gui.khb").paths[0])
    other.close()
    (stick / "photo.jpg").write_bytes(b"holiday")
    errand()
    taken = take_in(agent, [stick])

    assert (1, 1, True, ()) == (taken.answers, taken.sent, taken.settled, taken.damaged)


def test_a_folder_without_an_answer_says_so(agent, write, stick):
    write(agent)
    exporting.export(agent, stick)

    with pytest.raises(NoAnswer):
        take_in(agent, [stick])
    with pytest.raises(StickGone):
        take_in(agent, [stick / "gone" / "x.khb", stick / "gone"])


def test_a_damaged_answer_is_left_out_and_named_and_the_sound_one_counts(
    agent, write, errand, stick
):
    write(agent)
    errand()
    broken = errand()
    broken.write_bytes(broken.read_bytes()[:-1])
    taken = take_in(agent, [stick])

    assert (1, (broken.name,)) == (taken.sent, taken.damaged)
    assert any(broken.name in said.vi for said in messages(taken))


@pytest.mark.parametrize(
    "harm",
    [
        lambda d: d[:-1],
        lambda d: d[: len(d) // 2],
        lambda d: b"",
        bytes.upper,
        lambda d: d + b"\0",
        lambda d: d[:1500] + bytes([d[1500] ^ 1]) + d[1501:] if len(d) > 1501 else d[:-9],
    ],
)
def test_a_damaged_answer_is_refused_whole(agent, write, errand, harm):
    write(agent)
    answer = errand()
    answer.write_bytes(harm(answer.read_bytes()))

    with pytest.raises(BundleDamaged):
        take_in(agent, [answer])
    assert (1, 0) == confirmed(agent)


def test_our_own_file_brought_back_is_known(agent, write, stick):
    write(agent)
    (path,) = exporting.export(agent, stick).paths

    with pytest.raises(BundleOurs):
        take_in(agent, [path])


def test_what_another_province_answers_is_foreign(agent, write, province, errand):
    write(agent)
    province.seed, ours = seal.new_seed(), province.seed
    path = exporting.export(agent, agent.folder / "x-gui.khb").paths[0]
    province.seed = ours
    answer = errand()
    province.seed = seal.new_seed()

    with pytest.raises(BundleOurs):
        take_in(agent, [path])
    assert take_in(agent, [answer]).settled


def test_an_answer_to_another_machine_is_foreign(agent, province, stick, enrol, tmp_path):
    other = Agent(enrol(tmp_path / "other", "http://127.0.0.1:9", "d2"))
    (answer,) = province.carry(exporting.export(other, stick / "other-gui.khb").paths[0])
    other.close()

    with pytest.raises(BundleForeign):
        take_in(agent, [answer])


def test_an_answer_twice_and_the_network_too_count_once(agent, write, errand, province):
    write(agent)
    answer = errand()
    agent.sync()
    first, second = take_in(agent, [answer]), take_in(agent, [answer])

    assert (0, 0) == (first.sent, second.received)
    assert (0, 1) == confirmed(agent)
    assert 1 == len(province.hub.store.fingerprints(["a1"], "activity"))


def test_two_answers_of_the_first_day_count_both(agent, write, errand, stick):
    """Both say where we stood before the first of them came."""
    write(agent)
    errand()
    write(agent)
    errand()
    taken = take_in(agent, [stick])

    assert (2, 2, True) == (taken.answers, taken.sent, taken.settled)


def test_an_old_answer_says_that_it_brought_nothing(agent, write, errand, stick):
    write(agent)
    old = errand()
    write(agent)
    new = errand()
    take_in(agent, [new])
    taken = take_in(agent, [old])

    assert (0, 0, False) == (taken.sent, taken.received, taken.settled)
    assert (0, 2) == confirmed(agent)
    assert any("older file" in said.en for said in messages(taken))


def test_what_was_written_meanwhile_is_reported_to_wait(agent, write, errand):
    write(agent)
    answer = errand()
    write(agent)
    taken = take_in(agent, [answer])

    assert (1, 1) == (taken.sent, taken.waiting)
    assert any("1 change is not confirmed" in said.en for said in messages(taken))


def test_parts_of_an_answer_come_in_any_order_and_a_missing_one_is_named(
    agent, write, province, stick, tmp_path
):
    for number in range(12):
        province.hub.write(Key("published", "criteria_set", str(number)), {"title": "Bộ"}, "Tỉnh")
    (path,) = exporting.export(agent, stick / "x-gui.khb").paths
    parts = province.carry(path, budget=100, limit=1)
    shutil.move(parts[1], tmp_path / parts[1].name)
    late = take_in(agent, [parts[2]])
    some = take_in(agent, [stick])
    whole = take_in(agent, [*parts[2:], tmp_path / parts[1].name, parts[0]])

    assert len(parts) > 3
    assert (0, False) == (late.received, late.settled)
    assert ((2,), len(parts), False) == (some.missing, some.parts, some.settled)
    assert any(f"Part 2 of the answer's {len(parts)}" in said.en for said in messages(some))
    assert ((), True) == (whole.missing, whole.settled)


def test_an_answer_that_was_lost_is_asked_for_again(agent, write, errand):
    write(agent)
    errand().unlink()
    write(agent)

    assert take_in(agent, [errand()]).settled
    assert (0, 2) == confirmed(agent)


def test_an_answer_after_the_folder_was_restored_harms_nothing(
    agent, write, province, tmp_path, errand
):
    write(agent)
    agent.store().backup(tmp_path / "copy.db")
    write(agent)
    agent.sync()
    agent.close()
    for path in agent.folder.glob("centre.db*"):
        path.unlink()
    (tmp_path / "copy.db").rename(agent.folder / "centre.db")
    write(agent)
    taken = [take_in(agent, [errand()]) for _ in range(3)]

    assert taken[-1].settled
    assert 3 == len(province.hub.store.fingerprints(["a1"], "activity"))
    assert 3 == len(agent.store().fingerprints(["a1"], "activity"))
