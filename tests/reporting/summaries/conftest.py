"""The province that is worked out by hand, made once for a module; nothing of it is changed."""

from datetime import date

import pytest

from reporting import periods
from reporting.summaries import get
from reporting.summaries.answers import Wanted
from reporting.summaries.table import GIVEN, UNCOUNTED, answer
from server.centres import centres
from server.centres.places import places
from tests import worked

TODAY = date(2013, 1, 1)


@pytest.fixture(scope="module")
def land(tmp_path_factory):
    land = worked.province(tmp_path_factory.mktemp("worked") / "province")
    yield land
    land.province.close()


@pytest.fixture(scope="module")
def ask(land):
    """The table of that summary for all units of that period."""

    def ask(code, period, areas=None):
        asked = periods.parse(period)
        all_areas = frozenset(centre.area for centre in centres.centres(land.db))
        place = places(land.db, asked.end, areas or all_areas)
        return answer(land.db, get(code), Wanted(place, asked, TODAY, land.province.published))

    return ask


def text(table):
    """Each row as it is printed, by its unit and part; "~": not reported, "-": left empty."""
    names, rows = {}, {}
    for row in table.lines:
        if row.code is None:
            names[row.unit] = row.label.vi if row.depth else "Tổng"
        name = (names[row.unit], row.code) if row.code is not None else names[row.unit]
        rows[name] = " ".join(map(word, row.cells.values()))
    return rows


def word(cell):
    if cell.state != GIVEN:
        return "-" if cell.state == UNCOUNTED else "~"
    return f"{cell.value:.15g}" + "*" * cell.is_partial


def of_districts(table):
    """The same, without communes."""
    known = ("Huyện Đà Bắc", "Huyện Kim Bôi", "Tổng")
    rows = text(table).items()
    return {key: row for key, row in rows if (key if isinstance(key, str) else key[0]) in known}
