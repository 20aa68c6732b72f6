"""Agents and servers of different releases lose nothing of each other's, and agree."""

import pytest

from .ages import LESSON, brought
from .old_and_new import COMMUNE, AgedCentre, AgedProvince, areas, cells, copies, held, known

pytestmark = pytest.mark.slow
FIRST, SECOND = "Trước khi sửa", "Sửa trên bản cũ"


@pytest.fixture(
    params=[(0, 2, 2), (0, 2, 0), (0, 1, 2)],
    ids="old agent {0[0]}, new agent {0[1]}, server {0[2]}".format,
)
def met(request, tmp_path):
    """An old and a new machine of one centre, and what became of a record between them."""
    old_age, new_age, server_age = request.param
    (tmp_path / "province").mkdir()
    province = AgedProvince(tmp_path / "province", server_age)
    area = province.add_centres_in(COMMUNE)[0]
    with province.at_work():
        old = AgedCentre(tmp_path / "old", old_age, province, area)
        new = AgedCentre(tmp_path / "new", new_age, province, area)
        yield province, old, new


def test_what_a_release_does_not_know_it_keeps_passes_on_and_shows_once_it_does(met):
    province, old, new = met
    new.enter_all_it_knows(FIRST)
    new.sync()
    old.sync()
    scope, entered = areas(new), cells(new, FIRST)
    is_held = [held(machine, scope) for machine in (old, new, province)]

    assert brought(new.age) == {name: entered[name][0] for name in brought(new.age)}
    assert is_held[0] == is_held[1] == is_held[2]
    assert (new.age >= 2) == any(row["record_type"] == "lesson" for row in is_held[0][0])
    _only_what_it_knows(old)
    _only_what_it_knows(province)

    old.edit_title(known(old, FIRST), SECOND)
    old.sync()
    new.sync()
    is_held = [held(machine, scope) for machine in (old, new, province)]

    assert {**entered, "title": None} == {**cells(new, SECOND), "title": None}
    assert is_held[0] == is_held[1] == is_held[2]

    old.age = province.age = new.age
    old.command("status")
    province.run("rebuild")

    assert is_held == [held(machine, scope) for machine in (old, new, province)]
    for machine in (old, new, province):
        _all_of_it(machine, new.age)


def _only_what_it_knows(machine):
    (copy,) = copies(machine)
    later = brought(2).keys() - brought(machine.age).keys() - {"category", "form"}

    assert not later & copy.keys()
    assert (machine.age >= 2) or [] == copies(machine, "lesson")


def _all_of_it(machine, age):
    (copy,) = copies(machine)
    lessons = [{n: row[n] for n in LESSON} for row in copies(machine, "lesson")]

    assert brought(age) == {name: copy[name] for name in brought(age)}
    assert lessons == ([LESSON] if age >= 2 else [])
