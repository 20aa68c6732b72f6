"""Two thousand worlds, and those that once told something: none is red."""

import logging
import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from .ablations import ROOT, SAFEGUARDS
from .corpus import lines, look, tells
from .seeds import KINDS, again, kind_of, many, run, tell

WORLDS, AT_ONCE = 2000, 500  # more take ``python -m tests.simulation 100000``


def simulate(*args):
    command = [sys.executable, "-m", "tests.simulation", *map(str, args)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture
def quiet():
    """What worlds write of rotten disks and lying machines is their subject, not news."""
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


def red(seeds, kind=""):
    """The worlds in which a law broke: which law, and the command that runs it again."""
    return [(world.fault, again(world)) for world in many(seeds, kind) if world.fault]


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, WORLDS, AT_ONCE))
def test_no_law_breaks_in_two_thousand_worlds(first, quiet):
    assert [] == red(range(first, first + AT_ONCE))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "worlds"), [("pages", 200), ("pages-sqlite", 40), ("cuts", 200), ("cuts-sqlite", 40)]
)
def test_no_law_breaks_where_pages_or_the_ends_of_logs_are_lost(kind, worlds, quiet):
    assert [] == red(range(worlds), kind)


@pytest.mark.parametrize("line", lines(), ids=lambda line: f"{line.seed}-{line.safeguard}")
def test_a_world_that_once_told_something_is_green(line):
    run(line.seed, line.kind)


def test_the_corpus_speaks_of_safeguards_that_there_are():
    found = lines()

    assert found
    assert [] == [line for line in found if line.safeguard not in SAFEGUARDS]
    assert [] == [line for line in found if line.kind not in KINDS]


@pytest.mark.slow
def test_without_its_safeguard_every_world_of_the_corpus_is_red():
    found = lines()
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        said = list(threads.map(tells, found))

    assert [] == [line for line, red in zip(found, said, strict=True) if not red]


def test_a_line_of_the_corpus_is_found_again():
    line = look("the client compares histories")

    assert line in lines()
    assert kind_of(line.seed) == line.kind


def test_a_seed_is_a_world():
    assert run(7).acts.keys() == run(7).acts.keys()


def test_seeds_are_of_all_kinds():
    kinds = Counter(kind_of(seed) for seed in range(WORLDS))

    assert {"memory": 1000, "hostile": 200, "rot": 200, "defects": 400, "sqlite": 200} == kinds


def test_the_worlds_are_the_same_on_any_number_of_cores():
    seeds = range(20)

    assert list(many(seeds)) == list(many(seeds, cores=2))


def test_a_red_world_is_reported_with_the_command_that_runs_it_again():
    told = tell(3)._replace(fault="AssertionError I1")

    assert "" == tell(3).fault
    assert "python -m tests.simulation --seed 3 --memory" == again(told)
    assert simulate(*again(told).split()[3:]).returncode == 0


def test_a_soak_ends_when_its_time_is_over():
    done = simulate(10**6, "--seconds", 0.5, "--cores", 1)

    assert 0 == done.returncode
    assert "green: " in done.stdout
    assert f"green: {10**6}" not in done.stdout
