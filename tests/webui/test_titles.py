import pytest

from schemas.record import fields, get
from schemas.records.activity import Activity
from sync.shortening import shortened
from webui.titles import title_of


@pytest.fixture(autouse=True)
def page(site):
    with site.app.test_request_context():
        yield


def test_a_record_is_called_by_its_title():
    assert "Tập huấn trồng cam" == title_of(Activity, {"title": "Tập huấn trồng cam"})


def test_a_record_without_a_title_is_called_by_its_type():
    assert "Hoạt động" == title_of(Activity, {})


def test_a_choice_that_is_a_title_is_called_by_its_name():
    schema = get("annual_plan")
    code, label = next(iter(fields(schema)[schema.title_field].codes.known().items()))

    assert label.vi == title_of(schema, {schema.title_field: code})


def test_of_a_shortened_title_the_beginning_is_shown():
    title = title_of(Activity, {"title": shortened("Lớp " * 500, 100)})

    assert title.startswith("Lớp Lớp")
    assert title.endswith("…")
