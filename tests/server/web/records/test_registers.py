"""The shelf of registers at the server."""

import pytest

from schemas.record import record_types


@pytest.mark.parametrize(
    ("name", "lacking"),
    [("tinh", set()), ("hoi", {"evaluator"}), ("da.bac", {"research_topic"})],
)
def test_every_type_that_a_person_may_read_is_on_the_shelf_and_leads_to_its_list(
    land, name, lacking
):
    client = land.logged_in(name)
    page = client.get("/registers").text

    assert lacking == {kind for kind in record_types() if f'"/records/{kind}"' not in page}
    assert {403} >= {client.get(f"/records/{kind}").status_code for kind in lacking}


def test_every_list_opens(land):
    client = land.logged_in("tinh")

    assert {200} == {client.get(f"/records/{name}").status_code for name in record_types()}


def test_a_register_is_found_by_a_word(land):
    page = land.logged_in("tinh").get("/registers?q=hoc+bong").text

    assert '"/records/scholarship"' in page
    assert '"/records/directive"' not in page


def test_who_publishes_a_type_can_add_to_it_and_nobody_else(land):
    link = "/records/publication/new"

    assert link in land.logged_in("hoi").get("/registers").text
    assert link not in land.logged_in("tinh").get("/registers").text


def test_it_counts_what_the_person_may_see(land):
    land.activity(land.da_bac[0])
    land.activity(land.kim_boi[0])
    pages = [
        land.logged_in(name).get("/registers?q=hoat+dong+lop").text for name in ("tinh", "da.bac")
    ]

    assert ["2", "1"] == [page.split('"kh-count">')[1][0] for page in pages]
