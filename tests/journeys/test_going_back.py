"""A clerk goes back to a copy while the program runs: it begins anew by itself, and can undo it."""

import re
import time
from html import unescape

import pytest
import requests

from demo.centre import enter_activity
from schemas.records.activity import Activity

from .conftest import CLERK

pytestmark = pytest.mark.slow

PATIENCE = 60  # seconds
FIRST, SECOND, THIRD = (
    {**Activity.example(), "held_from": day, "title": title}  # days of their own: no copies
    for day, title in (
        ("2012-07-24", "Trồng cam"),
        ("2012-07-25", "Nuôi ong"),
        ("2012-07-26", "Dệt thổ cẩm"),
    )
)


def offered(page, where):
    return re.findall(rf'href="(/restore/confirm\?where={where}[^"]*)"', page)


def restore(person, where):
    """Go back to the newest copy there by the pages, and wait until it is done."""
    listed = person.open("/restore/").text
    before = set(offered(listed, "before"))
    confirm = person.open(unescape(offered(listed, where)[0]))
    asked = person.submit(confirm, {"pin_own": CLERK.pin}, to="/restore/")
    assert "Đang khôi phục" in asked.text
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            page = person.open("/restore/").text
        except requests.ConnectionError:
            page = ""
        if set(offered(page, "before")) - before:
            return
        time.sleep(0.2)
    raise AssertionError(page)


def test_a_running_program_goes_back_to_a_copy_and_forward_again(centre, link, processes):
    link.stop()  # the province would bring back what it has
    centre.open(processes)
    clerk = centre.log_in(CLERK)
    enter_activity(clerk, FIRST)
    clerk.submit(clerk.open("/copies/"), {}, to="/copies/")
    enter_activity(clerk, SECOND)
    restore(clerk, "here")
    after = clerk.open("/records/activity").text
    enter_activity(clerk, THIRD)

    assert "Trồng cam" in after
    assert "Nuôi ong" not in after

    restore(clerk, "before")
    undone = clerk.open("/records/activity").text
    assert ["Nuôi ong", "Trồng cam"] == sorted(
        set(re.findall("Trồng cam|Nuôi ong|Dệt thổ cẩm", undone))
    )
