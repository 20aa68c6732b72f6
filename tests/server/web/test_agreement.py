"""The figures agree everywhere: on the dashboard, in every cut, and behind every link."""

import re
from html import unescape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.records.activity import CATEGORIES, FORMS
from sync.changes import DELETED

AFTER_ALL = 1_357_100_000_000  # 02/01/2013
counts = st.none() | st.integers(0, 500)
activities = st.fixed_dictionaries(
    {
        "place": st.integers(0, 4),
        "category": st.sampled_from(["xmc", "khuyen_nong", "khac", "ma_moi", None]),
        "form": st.sampled_from([*list(FORMS)[:2], None]),
        "held_from": st.sampled_from(["2012-01-01", "2012-02-29", "2012-12-31", "2013-01-01", ""]),
        "attendance_count": counts,
        "female_count": counts,
        "social_contribution_amount": st.none() | st.integers(0, 10**9),
        "is_deleted": st.booleans(),
    }
)
REPEATED = settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
SUMMER_2013 = 1_372_600_000_000  # in milliseconds
CUTS = ["unit", "category", "form", "instructor_organisation", "month", "quarter", "half"]
PAGES = ["/?period=2012", *(f"/totals?period=2012&by={by}" for by in CUTS)]
HEADS = re.compile(r"<thead><tr>(.*?)</tr></thead>", re.DOTALL)
ROWS = re.compile(r"<tr[^>]*>(\s*<th scope=\"row\">.*?)</tr>", re.DOTALL)
CELLS = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)
LINK = re.compile(r'<a href="([^"]+)">([\d.]+)</a>')
SUMS = re.compile(r"<dt>([^<]+)</dt><dd>([\d.]+)</dd>")


@REPEATED
@given(st.lists(activities, max_size=25))
def test_every_figure_is_the_sum_of_the_records_behind_its_link(land, made):
    fill(land, made)
    client = land.logged_in("tinh")
    told = [figure for page in PAGES for figure in figures(client.get(page).text)]
    behind = {link: sums(client.get(link).text) for link in {link for link, _, _ in told}}

    assert [] == [figure for figure in told if behind[figure[0]].get(figure[1], "0") != figure[2]]


@REPEATED
@given(st.lists(activities, max_size=25))
def test_the_dashboard_every_cut_the_list_and_its_csv_have_one_total(land, made):
    fill(land, made)
    land.wall.now = SUMMER_2013  # by then, none of them is to come
    client = land.logged_in("tinh")
    kept = [a for a in made if not a["is_deleted"] and a["held_from"].startswith("2012")]
    lines = client.get("/records/activity.csv?period=2012").text.splitlines()

    assert {str(len(kept)) if kept else None} == {total(client.get(p).text) for p in PAGES}
    assert f"{len(kept)} bản ghi" in client.get("/records/activity?period=2012").text
    assert len(kept) == len(lines) - 1


def test_nothing_entered_in_a_category_is_zero_if_anything_was_entered_at_all(land):
    land.activity(land.da_bac[0], category="xmc")
    page = land.logged_in("tinh").get("/totals?period=2012&by=category").text
    records = [number for _, name, number in figures(page) if name == "Số bản ghi"]

    assert sorted(["1", *["0"] * (len(CATEGORIES) - 1), "1"]) == sorted(records)
    assert "không báo cáo" not in page


def test_who_entered_nothing_did_not_report_and_is_not_zero(land):
    land.activity(land.da_bac[0])
    page = land.logged_in("tinh").get("/totals?period=2012").text

    assert "1 trên 5 trung tâm đã báo cáo" in page
    assert 5 == page.count("không báo cáo")  # two communes of Đà Bắc, Kim Bôi and its two


def fill(land, made):
    land.wall.now = AFTER_ALL  # what is to come would be in no figure
    land.db.execute("delete from activity")
    areas = land.da_bac + land.kim_boi
    for values in made:
        told = {k: v for k, v in values.items() if k not in ("place", "is_deleted")}
        record = land.activity(areas[values["place"]], **told)
        if values["is_deleted"]:
            land.write(areas[values["place"]], record_id=record, **{DELETED: True})


def figures(page):
    """The linked figures of a page's first table: address, heading, what stands there."""
    heads = (
        [unescape(head) for head in CELLS.findall(HEADS.search(page)[1])]
        if "<thead" in page
        else []
    )
    found = []
    for row in ROWS.findall(page):
        for head, cell in zip(heads[1:], CELLS.findall(row)[1:], strict=False):
            name = "Số bản ghi" if head == "Hoạt động" else head
            found += [(unescape(link), name, number) for link, number in LINK.findall(cell)]
    return found


def sums(page):
    """The figures over a list of records; none are shown where there are no records."""
    return {unescape(name): number for name, number in SUMS.findall(page)}


def total(page):
    """The records in the last row of a page's table; None if nobody reported."""
    foot = re.search(r"<tfoot>(.*?)</tfoot>", page, re.DOTALL)
    found = LINK.search(foot[1]) if foot else None
    return found and found[2]
