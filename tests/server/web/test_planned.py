"""What is to come is in no figure, and shown beside. At the server it is 24/07/2012, noon."""

import csv
import io
import re
from html import unescape

import pytest

from schemas import forms
from schemas.record import get
from sync.changes import Key

from .records.test_writing import Office

TOTALS, LIST = "/totals/activity?period=2012", "/records/activity?period=2012"


def words(page):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


@pytest.fixture
def client(land):
    return land.logged_in("tinh")


def attendances(client):
    """What the totals say of the whole province: how many attendances there were."""
    answer = client.get("/totals/activity.csv?period=2012")
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))[-1]["Lượt người học"]


def test_a_day_to_come_is_in_no_figure_until_it_has_come(land, client):
    land.activity(land.da_bac[0], title="Đã học", attendance_count=40)
    land.activity(land.da_bac[0], title="Sắp học", held_from="2012-07-26", attendance_count=620)

    assert "40" == attendances(client)
    assert "Dự kiến (chưa diễn ra, không nằm trong số liệu): 1." in words(client.get(TOTALS))
    assert "Trong đó dự kiến (chưa diễn ra, không nằm trong số liệu): 1." in words(client.get(LIST))
    assert "Sắp học Dự kiến" in words(client.get(LIST))
    land.wall.pass_hours(48)

    assert "660" == attendances(client)
    assert "Dự kiến" not in words(client.get(LIST))


def test_what_the_centre_marked_as_planned_counts_once_it_says_that_it_was_held(land, client):
    area = land.da_bac[0]
    name = land.activity(area, title="Sắp học", held_from="2012-07-20", is_planned=True)
    page = f"/records/activity/{area}/{name}"
    assert "" == attendances(client)
    assert "Dự kiến: chưa diễn ra, hoặc trung tâm chưa xác nhận" in words(client.get(page))
    assert "1 bản ghi" in words(client.get(f"{LIST}&to-come=1"))
    key = Key(area, "activity", name)
    opened = land.province.store().load([key])[key]
    land.province.hub().write(key, {**opened.values, "is_planned": False}, "Lan", opened)

    assert "40" == attendances(client)
    assert "Dự kiến: chưa diễn ra" not in words(client.get(page))


def test_the_first_page_does_not_count_what_is_to_come(land, client):
    land.activity(land.da_bac[0], attendance_count=40)
    land.activity(land.da_bac[0], held_from="2012-07-26", attendance_count=620)
    page = client.get("/?period=2012").text

    assert ">40<" in page
    assert ">660<" not in page


def test_what_an_office_types_is_asked_about_before_it_is_kept(land):
    schema = get("conference")
    typed = forms.texts(schema, {**schema.example(), "attendee_count": 6_200_000})
    office = Office(land, "tinh").get("/records/conference/new").send(typed)
    assert 422 == office.status
    assert "6.200.000 là số rất lớn – đúng không?" in unescape(office.text)
    assert "6.200.000" in office.text
    sure = re.search(r'name="_sure" value="([^"]+)"', office.text)[1]
    office.send({**typed, "_sure": sure})

    assert 200 == office.status
    assert "6.200.000" in office.text


def test_the_same_again_is_asked_about_at_an_office_too(land):
    schema = get("conference")
    typed = forms.texts(schema, schema.example())
    first = Office(land, "tinh").get("/records/conference/new").send(typed)
    second = Office(land, "tinh").get("/records/conference/new").send(typed)

    assert (200, 422) == (first.status, second.status)
    assert "Giống bản ghi đã có" in unescape(second.text)
