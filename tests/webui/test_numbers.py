"""A number in an address may be endless: somebody else wrote it, and no page ends in an error."""

import pytest

ENDLESS = "9" * 5000  # digits: more than Python reads as a number
LIST = "/records/activity?page="


@pytest.mark.parametrize("number", [ENDLESS, "9" * 20, "-1", "²", "٣", "1e3", "x"])
def test_every_number_of_a_page_is_a_page_of_the_list_or_an_empty_one(site, number):
    assert 200 == site.client.get(LIST + number, follow_redirects=True).status_code


@pytest.mark.parametrize("number", [ENDLESS, "-1", "²", "x"])
def test_a_sync_that_was_asked_for_at_no_time_is_shown_as_it_is(centre, number):
    assert 200 == centre.client.get(f"/sync/?asked={number}").status_code
