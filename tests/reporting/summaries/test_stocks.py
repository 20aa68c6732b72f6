"""A stock is what was counted last, however often it was counted before."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from .conftest import text

STOCKS = ("branch_count", "board_count", "member_count", "teacher_count", "population_count")
counts = st.fixed_dictionaries(dict.fromkeys(STOCKS, st.integers(0, 9999)))
days = st.dates(date(2012, 1, 1), date(2012, 6, 29))


@given(st.dictionaries(days, counts, max_size=4))
@settings(max_examples=10, deadline=None)
def test_stocks_do_not_depend_on_how_often_they_were_counted(land, ask, earlier):
    for day, values in earlier.items():
        land.write(land.town, "membership_snapshot", counted_on=str(day), **values)
    table = ask("b4", "2012-H1")
    cells = table.total[0].cells

    assert [18, 12, 1698, 90, 8500] == [cells[name].value for name in STOCKS]
    assert text(table)["Huyện Đà Bắc"].startswith("1 14 10 1498 92 14 760")
