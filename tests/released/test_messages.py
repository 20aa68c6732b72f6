"""The messages and bundles of every release are read today, to what is written beside them."""

from base64 import b64decode
from pathlib import Path

import pytest

from client_agent import config
from client_agent.usb import peers
from client_agent.usb.importing import take_in
from server.bundles import importing
from sync import messages, wire
from sync.merge import total
from sync.wire import seal

from . import told
from .conftest import read, releases
from .work import WAITING

MESSAGES = [
    pytest.param(each, id=f"{folder.name}-{number}-{each['kind']}")
    for folder in releases()
    for number, each in enumerate(read(folder / "messages.json"))
]


def body(kept):
    """Its bytes without the signature, which is good."""
    data = b64decode(kept["bytes"])
    if not kept["key"]:
        return data
    return seal.opened(data, config.key_bytes(kept["key"]), kept["context"].encode())


@pytest.mark.parametrize("kept", MESSAGES)
def test_a_message_says_what_is_written_beside_it(kept):
    message = wire.decode(getattr(messages, kept["kind"]), body(kept))

    assert told.within(kept["says"], told.plain(message))
    assert message == wire.decode(type(message), wire.encode(message))


def test_messages_of_every_kind_were_kept(release):
    kinds = {each["kind"] for each in read(release / "messages.json")}

    assert read(release / "lists.json")["messages"].keys() == kinds


def test_the_work_on_a_stick_is_taken_in(kept, tmp_path):
    *_, last = importing.take_in(kept.province, [kept.release / "requests.khb"], tmp_path)

    assert ("", 1, 1) == (last.result.fault, last.result.changes, last.result.new)
    assert [WAITING] == [r["title"] for r in _titled(kept.province.store())]
    assert take_in(kept.machine("centre"), [tmp_path / last.result.answers[0]]).settled


def test_the_provinces_answer_on_a_stick_is_taken_in(kept):
    agent = kept.machine("centre")
    taken = take_in(agent, [kept.release / "responses.khb"])

    assert (1, 0, True) == (taken.sent, taken.waiting, taken.settled)


def test_what_a_sibling_handed_over_is_taken_over(kept):
    one, two = kept.machine("centre"), kept.machine("sibling")
    taken = peers.take_over(two, Path(kept.release, "shared.khb"))
    digests = [total(each.store().digests([each.area]).values()) for each in (one, two)]

    assert one.settings.device == taken.sibling.device
    assert 2 == len(_titled(two.store()))
    assert digests[0] != digests[1]  # the one does not have what waits at the other


def _titled(store):
    return list(store.db["activity"].rows_where("title = ?", [WAITING]))
