"""Every record type has its list and its totals, for every role; no field is a page's parameter."""

import csv
import io
import re
import shutil
from html import unescape

import pytest

from reporting.query.address import PARAMETERS
from schemas import areas, measures
from schemas.addresses import MARK
from schemas.privacy.small_counts import sensitive
from schemas.record import fields, record_types

from .conftest import Land

TYPES = record_types()
LINK = re.compile(r'<a href="(/records/[^"]+)">([\d.]+)</a>')
ANY = "period=all"
SUMMER_2013 = 1_372_600_000_000  # by then, no example is to come


@pytest.fixture(scope="module")
def land(tmp_path_factory, founded):
    """A province with one record of every type, where such records lie; it is only read."""
    land = Land(shutil.copytree(founded, tmp_path_factory.mktemp("every") / "province"))
    land.db.execute("delete from criteria_set")  # the one that every province begins with
    land.wall.now = SUMMER_2013
    for name, schema in TYPES.items():
        above = land.province.areas_of(schema)
        land.write(next(iter(above)) if above else land.da_bac[0], name, **schema.example())
    yield land
    land.province.close()


@pytest.fixture(scope="module")
def filled(land):
    """What each record was given."""
    return {name: schema.example() for name, schema in TYPES.items()}


def answer(client, path):
    found = client.get(path)
    assert found.status_code == 200, path
    return found.text


def records(page):
    """How many records a list says that it has."""
    return int(re.search(r": ([\d.]+) bản ghi", page)[1])


def test_no_name_of_a_field_can_be_one_of_a_page():
    named = {name for schema in TYPES.values() for name in fields(schema)}

    assert [] == [name for name in (*PARAMETERS, *named) if "." in name]
    assert {"period", "unit"} <= PARAMETERS & named  # the clashes that there were
    assert "." in MARK


def test_every_list_and_every_cut_can_be_narrowed_by_each_field_that_groups(land, filled):
    client, wrong = land.logged_in("tinh"), []
    for kind, values in filled.items():
        for name in measures.groups(TYPES[kind]):
            given = values.get(name)
            asked = f"{MARK}{name}={'-' if given is None else given}"
            if records(answer(client, f"/records/{kind}?{ANY}&{asked}")) != 1:
                wrong.append((kind, name))
            lines = answer(client, f"/records/{kind}.csv?{ANY}&{asked}").splitlines()
            if len(list(csv.reader(lines))) != 2:
                wrong.append((kind, name, "csv"))
            cut = answer(client, f"/totals/{kind}?{ANY}&by={MARK}{name}&{asked}")
            behind = [unescape(link) for link, many in LINK.findall(cut) if many == "1"]
            if not behind or records(answer(client, behind[0])) != 1:
                wrong.append((kind, name, "cut"))

    assert [] == wrong


@pytest.mark.parametrize("path", ["", ".csv", "/print"])
def test_a_field_called_as_a_parameter_narrows_lists_and_tables(land, filled, path):
    """The school's term is called ``period``, as is the time that a page is asked for."""
    client = land.logged_in("tinh")
    term = filled["retention_count"]["period"]
    found = [
        client.get(f"/records/retention_count{path}?{ANY}&f.period={value}").text
        for value in (term, "ca_nam" if term != "ca_nam" else "dau_nam")
    ]
    school = filled["retention_count"]["school"]

    assert [True, False] == [school in page for page in found]


def test_addresses_of_before_still_narrow_where_they_are_clear(land, filled):
    client = land.logged_in("tinh")

    assert 1 == records(answer(client, f"/records/activity?{ANY}&category=khuyen_nong"))
    assert 0 == records(answer(client, f"/records/activity?{ANY}&category=xmc"))
    assert "Lĩnh vực" in answer(client, "/totals/activity?by=category&period=2012")


@pytest.mark.parametrize("who", ["tinh", "hoi", "da.bac"])
def test_every_list_has_its_totals_one_press_away(land, filled, who):
    client, wrong = land.logged_in(who), []
    for kind in TYPES:
        page = client.get(f"/records/{kind}?{ANY}")
        totals = client.get(f"/totals/{kind}")
        if page.status_code != totals.status_code or page.status_code not in (200, 403):
            wrong.append((kind, page.status_code, totals.status_code))
        elif page.status_code == 200:
            link = re.search(rf'href="/totals/{kind}["?]', page.text)
            if not link or f'href="/records/{kind}?' not in totals.text:
                wrong.append((kind, "no link"))
    assert [] == wrong


def test_what_has_nothing_to_add_up_is_counted_by_its_state(land, filled):
    client = land.logged_in("tinh")
    plain = [n for n, s in TYPES.items() if not measures.sums(s) and measures.groups(s)]
    offices = [n for n in plain if TYPES[n].lives_in != areas.CENTRE]
    pages = {kind: answer(client, f"/totals/{kind}?{ANY}") for kind in offices}

    assert {"publication", "criteria_set", "local_item"} <= pages.keys()
    assert [] == [kind for kind, page in pages.items() if ">1</a>" not in page]


def test_the_totals_of_every_type_leave_as_a_table(land, filled):
    client, wrong = land.logged_in("tinh"), []
    for kind, schema in TYPES.items():
        lines = list(csv.reader(io.StringIO(answer(client, f"/totals/{kind}.csv?{ANY}"))))
        labels = {label.vi for label in measures.sums(schema).values()}
        if not labels <= {*lines[0]} or not any("1" in line for line in lines[1:]):
            wrong.append(kind)
    assert [] == wrong


def test_no_form_has_a_name_of_its_own_that_a_field_bears(land):
    """What a page says of itself in a form is never taken for a field of any type."""
    client = land.logged_in("tinh")
    every = {name for schema in TYPES.values() for name in fields(schema)}
    wrong = []
    for kind, schema in TYPES.items():
        page = client.get(f"/records/{kind}/new", follow_redirects=True)
        names = set(re.findall(r'<(?:input|button|select)[^>]* name="([^"]+)"', page.text))
        wrong += [(kind, name) for name in (names - fields(schema).keys()) & every]

    assert [] == wrong


def test_what_is_to_be_handed_on_is_there_for_every_type_with_small_counts(land, filled):
    client = land.logged_in("tinh")
    kinds = [n for n, s in TYPES.items() if sensitive(s) and s.lives_in == areas.CENTRE]
    lines = {
        kind: list(csv.reader(answer(client, f"/totals/{kind}/public.csv?{ANY}").splitlines()))
        for kind in kinds
    }

    assert kinds
    assert [] == [kind for kind, rows in lines.items() if "ít hơn 5" not in rows[-1][0]]
