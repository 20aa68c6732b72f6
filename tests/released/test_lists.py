"""No released field is ever retyped, taken away or re-used, and no option code vanishes."""

import json
from pathlib import Path

import pytest

from client_agent import __version__

from . import lists, told
from .conftest import read
from .making import make

CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"
FILES = {"lists.json", "messages.json", "requests.khb", "responses.khb", "shared.khb"}


def unlike(before, now):
    """Where ``now`` breaks what ``before`` promised, as paths; what is new breaks nothing."""
    if isinstance(before, dict):
        lost = [(name,) for name in before if name not in now]
        both = [name for name in before if name in now]
        return lost + [(name, *rest) for name in both for rest in unlike(before[name], now[name])]
    if isinstance(before, list):
        return [(each,) for each in before if each not in now]
    return [] if before == now else [(f"{before} is {now}",)]


@pytest.fixture(scope="module")
def today(tmp_path_factory):
    """What would be kept if this version were released."""
    folder = tmp_path_factory.mktemp("released")
    make(folder / "today", folder / "work")
    return folder / "today"


def test_record_types_keep_their_fields_kinds_and_options(release):
    assert [] == unlike(read(release / "lists.json")["records"], lists.declared())


def test_messages_keep_their_fields(release):
    assert [] == unlike(read(release / "lists.json")["messages"], lists.messages())


def test_records_that_the_server_opens_keep_their_fields(release, today):
    made = ("conflict", "parked_change", "enrolled_device")
    before, now = (read(each / "province.json")["fields"] for each in (release, today))

    assert [] == unlike({kind: before[kind] for kind in made}, now)


def test_what_is_kept_can_be_made_whenever_there_is_a_release(today, release):
    names = {path.name for path in release.iterdir()}

    assert FILES < names
    assert names <= {path.name for path in today.iterdir()}
    assert told.within(
        sorted(read(release / "province.json")["log"]), sorted(read(today / "province.json")["log"])
    )


def test_every_release_was_kept():
    """A heading of the changelog that no longer says "unreleased" has its folder."""
    lines = CHANGELOG.read_text(encoding="utf-8").splitlines()
    headings = [line.split()[1:] for line in lines if line.startswith("## ")]
    released = [version for version, *rest in headings if rest != ["(unreleased)"]]

    assert __version__ in [version for version, *_ in headings]
    assert [] == [v for v in released if not (Path(__file__).parent / v / "lists.json").exists()]


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        (lambda f: f.pop("title"), [("activity", "fields", "title")]),
        (
            lambda f: f["title"].update(kind="Count"),
            [("activity", "fields", "title", "kind", "Text is Count")],
        ),
        (
            lambda f: f["form"]["options"].remove("khac"),
            [("activity", "fields", "form", "options", "khac")],
        ),
        (lambda f: f.update(new={"kind": "Text"}), []),
        (lambda f: f["form"]["options"].insert(0, "moi"), []),
    ],
    ids=["taken away", "retyped", "option gone", "field added", "option added"],
)
def test_a_broken_promise_is_named(change, broken):
    now = json.loads(json.dumps(lists.declared()))
    change(now["activity"]["fields"])

    assert broken == unlike(lists.declared(), now)
