"""Every safeguard is still where it was, and a handful of them are missed when they go."""

from hashlib import blake2b

import pytest

from .ablations import ROOT, SAFEGUARDS, STORIES, ablate

HANDFUL = 6
SEEDS = 150  # what needs more worlds than these has a story


def handful():
    """Other safeguards whenever the engine has changed, the same ones until then."""
    sources = b"".join(path.read_bytes() for path in sorted(ROOT.glob("sync/**/*.py")))

    def lot(name):
        return blake2b(name.encode(), key=blake2b(sources).digest()).digest()

    return sorted(SAFEGUARDS, key=lot)[:HANDFUL]


@pytest.mark.parametrize("name", SAFEGUARDS)
def test_the_safeguard_is_where_it_was(name):
    path, says, without, _ = SAFEGUARDS[name]

    assert 1 == (ROOT / path).read_text(encoding="utf-8").count(says)
    assert says != without


def test_every_story_is_there():
    """One that is missing is red, whatever is taken out: then every safeguard seems missed."""
    assert [] == [story for story in STORIES if not (ROOT / story).exists()]


@pytest.mark.slow
@pytest.mark.parametrize("name", handful())
def test_without_the_safeguard_something_goes_red(name):
    assert ablate(name, SEEDS), f"nobody missed it: {name}"
