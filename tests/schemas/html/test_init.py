"""How records are drawn on pages."""

import re
from html.parser import HTMLParser

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined

from schemas import forms, html
from schemas.formatting.label import Label
from schemas.record import get, record_types
from schemas.tables import tabular

ACTIVITY = get("activity")
TYPES = list(record_types().values())
PAGE = """{% extends "schemas/layout.html" %}
{% import "schemas/records.html" as records %}
{% block title %}{{ title }}{% endblock %}
{% block links %}{{ records.link("/a", "Trang", true) }}{% endblock %}
{% block page %}{{ caller(records) }}{% endblock %}"""


class Tags(HTMLParser):
    """The tags of a page, each as its name and its attributes."""

    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def of(self, *names):
        return [attributes for tag, attributes in self.tags if tag in names]


@pytest.fixture
def env():
    env = Environment(loader=DictLoader({}), autoescape=True, undefined=StrictUndefined)
    html.install(env)
    return env


def draw(env, macro, **values):
    text = PAGE.replace("{{ caller(records) }}", f"{{{{ records.{macro} }}}}")
    return env.from_string(text).render(lang="vi", title="Trang", **values)


def drawn_form(env, schema, typed=None, errors=None, role="centre"):
    groups = forms.form(schema, "vi", typed or {}, errors or {}, role)
    return draw(env, "form_fields(groups, lang)", groups=groups)


@pytest.mark.parametrize("schema", TYPES, ids=lambda schema: schema.record_type)
def test_every_control_of_every_type_is_bound_to_its_label_and_its_help(env, schema):
    page = Tags(drawn_form(env, schema, role=schema.owner))
    controls = page.of("input", "select", "textarea")
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    bound = {attributes.get("for") for attributes in page.of("label")}
    named = [c for c in controls if c.get("type") not in ("radio", "hidden")]
    help_ids = " ".join(a.get("aria-describedby") or "" for _, a in page.tags).split()

    assert named
    assert {control["id"] for control in named} <= bound
    assert len(ids) == len(set(ids))
    assert {*help_ids} <= {*ids}


def test_a_form_sent_as_it_was_drawn_is_the_record_that_was_drawn(env):
    values = ACTIVITY.example()
    page = Tags(drawn_form(env, ACTIVITY, forms.texts(ACTIVITY, values)))
    sent = {c["name"]: c["value"] for c in page.of("input") if c.get("name")}
    chosen = [c["value"] for c in page.of("option") if "selected" in c]

    assert values["title"] == sent["title"]
    assert "24/07/2012" == sent["held_from"]
    assert [values["category"], values["form"], values["instructor_organisation"]] == chosen


def test_faults_stand_on_top_with_links_and_beside_their_fields(env):
    errors = {"title": [Label("Cần điền.", "Fill in.")]}
    text = drawn_form(env, ACTIVITY, {"title": "<b>"}, errors)
    page = Tags(text)
    title = next(c for c in page.of("input") if c.get("name") == "title")

    assert "#field-title" in [link.get("href") for link in page.of("a")]
    assert "true" == title["aria-invalid"]
    assert "error-title" in title["aria-describedby"].split()
    assert "&lt;b&gt;" in text
    assert text.index("Chưa lưu được: cần sửa 1 mục") < text.index('id="field-title"')


def test_a_code_of_a_newer_version_is_sent_back_as_it_came(env):
    page = Tags(drawn_form(env, ACTIVITY, {"category": "newer"}))

    assert ["newer"] == [c["value"] for c in page.of("option") if "selected" in c]


def test_what_another_level_owns_has_no_control(env):
    page = Tags(drawn_form(env, get("criteria_set")))

    assert [] == [c for c in page.of("input", "select", "textarea") if c.get("name")]


def test_a_flag_is_two_radios_and_neither_is_set_before_one_answers(env):
    def radios(typed):
        page = Tags(drawn_form(env, get("centre_profile"), typed))
        return [c for c in page.of("input") if c.get("name") == "has_seal"]

    assert ["1", "0"] == [radio["value"] for radio in radios({})]
    assert [] == [radio for radio in radios({}) if "checked" in radio]
    assert ["0"] == [radio["value"] for radio in radios({"has_seal": "0"}) if "checked" in radio]


def test_a_record_can_be_read_without_its_empty_fields(env):
    groups = forms.form(ACTIVITY, "vi", forms.texts(ACTIVITY, ACTIVITY.example()))
    text = draw(env, "sheet(groups, lang)", groups=groups)

    assert "1.250.000 đ" in text
    assert "Tập huấn" in text
    assert "Số tiết" not in text


def test_a_list_names_the_column_in_every_cell_for_narrow_screens(env):
    rows = [
        {"cells": tabular.cells(ACTIVITY, ACTIVITY.example(), "vi"), "url": "/x", "notes": ["A"]}
    ]
    heads = tabular.headings(ACTIVITY, "vi")
    text = draw(env, "listing(heads, rows, lang, title=1)", heads=heads, rows=rows)
    page = Tags(text)

    assert heads == [cell["data-label"] for cell in page.of("td")]
    assert 1 == len([link for link in page.of("a") if link.get("href") == "/x"])


def test_an_empty_list_says_so(env):
    assert "Chưa có gì ở đây." in draw(env, "listing([], [], lang)")


def test_a_pager_leads_to_the_neighbours_that_there_are(env):
    def links(page):
        found = Tags(draw(env, "pager(page, lang)", page=page)).of("a")
        return [link["href"] for link in found if "rel" in link]

    assert ["/2"] == links(html.Page(1, 50, 1234, "", "/2"))
    assert ["/1", "/3"] == links(html.Page(51, 100, 1234, "/1", "/3"))
    assert [] == links(html.Page(0, 0, 0))


def test_a_page_needs_nothing_from_elsewhere_and_no_script(env):
    text = drawn_form(env, ACTIVITY)
    page = Tags(text)
    sheets = [link["href"] for link in page.of("link") if link["rel"] == "stylesheet"]

    assert ["/static/bootstrap.min.css", "/static/khuyenhoc.css"] == sheets
    assert {sheet.removeprefix("/static/") for sheet in sheets} <= html.files().keys()
    assert [] == page.of("script", "img", "iframe")
    assert [] == re.findall(r'(?:href|src|action)="(?:https?:)?//', text)
    assert "url(http" not in html.bootstrap_css().read_text(encoding="utf-8")


def test_what_a_page_needs_is_there():
    assert all(path.is_file() for path in html.files().values())
    assert html.bootstrap_css() == html.files()["bootstrap.min.css"]


def test_the_language_can_be_changed_and_the_page_says_which_it_is_in(env):
    page = Tags(drawn_form(env, ACTIVITY))

    assert ["vi"] == [tag["lang"] for tag in page.of("html")]
    assert "/language/en" in [form["action"] for form in page.of("form")]


def test_filters_write_as_people_here_do(env):
    text = "{{ 1234.5|vi_number }} {{ '2012-07-24'|vi_day }} {{ 0|vi_moment }} {{ it|label('en') }}"

    assert "1.234,5 24/07/2012 01/01/1970 07:00 Yes" == env.from_string(text).render(
        it=Label("Có", "Yes")
    )


def test_an_environment_without_templates_of_its_own_has_ours():
    env = Environment(autoescape=True)
    html.install(env)

    assert env.get_template("schemas/records.html")
