from dataclasses import replace

from reporting import devices
from reporting.devices import DAY
from server.devices import overview
from sync.check_words import check
from sync.repair import Difference
from sync.replay import divergence


def test_centres_without_a_device_are_listed_after_those_with_one(land):
    land.device("aaaaaaaa", land.da_bac[1])
    found = overview.lines(land.db, land.da_bac)

    assert ["aaaaaaaa", "", ""] == [line.name for line in found]
    assert {land.da_bac[0], land.da_bac[2]} == {line.area for line in found[1:]}


def test_the_longest_silent_come_first_and_those_out_of_use_last(land):
    now = land.wall()
    land.device("retired1", land.da_bac[0], state="retired", last_contact=1)
    land.device("recently", land.da_bac[1], last_contact=now)
    land.device("longago1", land.da_bac[2], last_contact=now - 9 * DAY)

    assert ["longago1", "recently", "retired1"] == [
        line.name for line in overview.lines(land.db, land.da_bac)
    ]


def test_a_centre_is_quiet_after_fourteen_days_by_the_last_heard_of_its_devices(land):
    now = land.wall()
    land.device("old", land.da_bac[0], last_contact=now - 40 * DAY)
    land.device("new", land.da_bac[0], last_contact=now - 14 * DAY)
    land.device("late", land.da_bac[1], last_contact=now - 15 * DAY)
    found = devices.quiet(land.db, land.da_bac, now)

    assert [(land.da_bac[1], 15), (land.da_bac[2], 0)] == [(one.area, one.days) for one in found]


def test_a_closed_centre_may_be_quiet(land):
    land.db["centre"].update(land.da_bac[0], {"closed": "2012-01-01"})

    assert land.da_bac[0] not in [q.area for q in devices.quiet(land.db, land.da_bac, land.wall())]


def test_a_device_has_its_last_receipt_and_what_it_last_found_to_differ(land):
    area = land.da_bac[1]
    land.device("aaaaaaaa", area)
    land.db["proof"].insert({"device": "aaaaaaaa", "wall": 9, "head": 214, "digest": "07" * 16})
    replica = replace(land.province.hub(), notice_area=area, device="aaaaaaaa")
    divergence.report(replica, Difference({"activity": 1}, {"activity": 2}, {}, {}))
    line = next(line for line in overview.lines(land.db, land.da_bac) if line.name)
    others = [line for line in overview.lines(land.db, land.da_bac) if not line.name]

    assert (214, check(int("07" * 16, 16))) == (line.receipt.head, line.receipt.words)
    assert (("activity",), 0, 1) == (line.differed.types, line.differed.count, line.differed.times)
    assert {(0, None)} == {(line.receipt.wall, line.differed) for line in others}
