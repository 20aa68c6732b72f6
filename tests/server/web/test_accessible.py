"""No page of the province has what axe-core finds wrong with it."""

import pytest

from schemas.record import owners_of, record_types
from server.users import users
from sync.changes import Key
from sync.clock import Timestamp
from tests.accessible import Tour, sitting, various
from tests.serving import serving

from .conftest import PASSWORD, token_of
from .files.test_bundles import computer, exported, send
from .imports.test_views import Desk, row, table

__all__ = ["computer", "exported"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
LONG = "Trung tâm học tập cộng đồng liên xã vùng hồ sông Đà và các xóm tái định cư " * 3
PROVINCES = [schema for schema in record_types().values() if users.PROVINCE in owners_of(schema)]


def enter(page, address, name):
    page.goto(f"{address}/login")
    page.fill("#name", name)
    page.fill("#password", PASSWORD)
    page.click("main button")


@pytest.fixture
def busy(land, exported, tmp_path):
    """A province in which something of everything waits; return addresses that nothing leads to."""
    area = land.da_bac[0]
    land.db["centre"].update(area, {"name": LONG})
    one = land.activity(area, title=LONG, attendance_count=9_999_999)
    land.activity(land.kim_boi[0], attendance_count=0)
    land.clash(area, one, venue=("Ở xã", "Ở xóm"), category=("xmc", "ntm"))
    land.park(area, Key(area, "evaluation", "one"), "owned by the district", year=2012)
    notice = Timestamp(land.wall(), 0, "x")  # the name that the parked change has
    land.device("cccccccc", area, label=LONG, clock_offset=7 * 3_600_000)
    sheet = land.write(
        area, "evaluation", year=2012, criteria_set="TTHTCD-MAU-01", status="self_assessed",
        **{"self_score.1.1": 4, "reason.1.1": LONG},
    )  # fmt: skip
    offices = [
        f"{schema.record_type}/{home}/{land.write(home, schema.record_type, **schema.example())}"
        for schema in various(PROVINCES)
        for home in [land.province.area_of(schema) or area]
    ]
    office = land.logged_in("tinh")
    brought = send(office, exported(land.da_bac[1], "aaaaaaaa")[1]).location
    desk = Desk(land, "tinh").bring(table(row(1), row(2, kind="Tờ rơi"), row(1)))
    token = {"csrf_token": token_of(office.get("/bundles").text)}
    export = office.post("/records/activity.csv", data=token).location.partition("?")[0]
    new = [f"/records/{schema.record_type}/new" for schema in various(PROVINCES)]
    copies = [f"/records/{office}{end}" for office in offices for end in ("", "/copy")]
    return [
        f"/evaluations/{area}/{sheet}/verify",
        brought,
        desk.path,
        f"/attention/parked/{area}/{notice}/whole",
        export,
        f"{export}/file",
        *new,
        *copies,
    ]


def test_no_page_of_a_busy_province_is_hard_to_read_or_to_use(land, busy):
    with serving(land.app) as address, sitting() as page:
        tour = Tour(land.app, page, address)
        enter(page, address, "tinh")
        tour.walk(busy)
        tour.spoil_all()
        tour.press("/admin/", ".kh-list form button")
        tour.press("/admin/tokens", "main .btn-primary", name=LONG[:100])
        for wrong in ("/nowhere", "/records/nothing"):
            tour.visit(wrong)
        page.context.clear_cookies()
        enter(page, address, "da.bac")
        tour.visit("/")
        tour.visit(busy[0])

    assert {} == tour.faults
    assert set() == tour.unseen()


def test_no_page_of_an_empty_province_is_either(land):
    with serving(land.app) as address, sitting(width=390, height=844) as page:
        tour = Tour(land.app, page, address)
        tour.visit("/login")
        enter(page, address, "tinh")
        tour.walk(with_links=False)

    assert {} == tour.faults
