"""Laws of all summaries: rows add up to their totals, however a table is cut."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.summaries import summaries
from reporting.summaries.declaration import Figure
from schemas import measures
from schemas.fields.adding import DISTINCT
from schemas.record import fields
from schemas.record import get as get_type

PERIODS = st.sampled_from(["2011", "2012", "2012-H1", "2012-H2", "2012-Q2", "2012-10", "2011-2012"])
CODES = sorted(summaries())


def adding(summary):
    """The columns of which parts add up to their whole."""
    for column in summary.shown:
        figure = column.source
        if isinstance(figure, Figure) and not column.is_rate and not is_distinct(figure):
            yield column


def is_distinct(figure):
    schema = get_type(figure.record_type)
    return figure.name in fields(schema) and measures.way(schema, figure.name) == DISTINCT


def added(rows, name):
    values = [row.cells[name].value for row in rows]
    return sum(value for value in values if value is not None)


@pytest.mark.parametrize("code", CODES)
@given(PERIODS)
@settings(max_examples=8, deadline=None)
def test_rows_of_a_cut_add_up_to_the_total(ask, code, period):
    table = ask(code, period)
    depths = {row.depth for row in table.rows}
    for column in adding(table.summary):
        name, whole = column.name, table.total[0].cells[column.name].value or 0
        for depth in depths:
            of_units = [r for r in table.rows if r.depth == depth and r.code is None]
            assert whole == added(of_units, name)
        if table.summary.by and column.source.name not in ("keepers", "expected"):
            assert whole == added(table.total[1:], name)


@pytest.mark.parametrize("code", CODES)
@given(PERIODS)
@settings(max_examples=8, deadline=None)
def test_a_unit_without_reports_is_silent_and_no_zero(ask, code, period):
    for row in ask(code, period).lines:
        for cell in row.cells.values():
            assert (cell.value is None) == (cell.state != "given")
            assert cell.reported <= cell.expected
            if cell.state in ("silent", "no_figures"):
                assert 0 == cell.records
