"""An activity typed at a centre is a figure in the province's report after one exchange."""

import time
from datetime import date
from random import Random

from demo import plausible
from demo.centre import enter_activity, press_sync
from demo.figures import Entered, differences, entered, report
from demo.province import rows

from .conftest import CLERK

SYNC = "POST /api/v1/sync"


def until(true, seconds=20):
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.05)


def test_a_form_becomes_a_figure_in_exactly_one_post(centre, link, processes, province):
    officer = province.officer()
    centre.open(processes)
    before = report(officer, 2012)
    link.clear()
    values = an_activity()
    clerk = centre.log_in(CLERK)
    enter_activity(clerk, values)
    press_sync(clerk)
    until(lambda: b"200 OK" in link.passed[False])
    time.sleep(0.5)  # for a second exchange, which must not come

    [line] = [line for line in activities(officer) if values["title"] == line["Tên hoạt động"]]
    told = Entered(*line["Đơn vị"].split(", "), values)

    assert [] == differences(entered(before, [told]), report(officer, 2012))
    assert [SYNC] == link.requests


def activities(officer):
    return rows(officer, "/records/activity.csv?period=2012")


def an_activity():
    random = Random(1)
    return plausible.activity(random, plausible.place(random, "Tây Phong"), date(2012, 3, 8))
