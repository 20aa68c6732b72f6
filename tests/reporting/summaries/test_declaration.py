"""A wrong summary is refused when it is made, by a sentence that names it and its column."""

from dataclasses import replace

import pytest

from reporting.summaries import get, summaries
from reporting.summaries.declaration import Change, Column, Figure, Share, Summary, of_fields
from schemas.declarations import DeclarationError
from schemas.fields import Label

NAMED = Label("Số", "Number")
RIGHT = Summary("b99", NAMED, NAMED, (Column("count", NAMED, Figure("activity")),))


def column(**parts):
    return replace(RIGHT.columns[0], **parts)


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({"label": Label("Số", "")}, "b99: say `label` in both languages"),
        ({"help": ""}, "b99: say `help` in both languages"),
        ({"columns": ()}, "b99: say the columns"),
        ({"columns": (column(), column())}, "b99: two columns are called 'count'"),
        ({"main": "all"}, "b99: `main` names 'all', which is no column"),
        ({"by": "title"}, "b99.count: `by` names 'title', which is no choice of activity"),
    ],
)
def test_what_is_wrong_with_a_summary_is_named(parts, fault):
    with pytest.raises(DeclarationError) as error:
        replace(RIGHT, **parts)

    assert fault == str(error.value)


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({"label": Label("", "")}, "say a label in both languages"),
        ({"source": Figure("aktivity")}, "no record type 'aktivity'"),
        ({"source": Figure("material")}, "material is kept by no centre"),
        ({"source": Figure("activity", "venue")}, "no figure 'venue' of activity"),
        ({"source": Figure("activity", when="ever")}, "no time 'ever'"),
        (
            {"source": Figure("activity", where={"category": "x"})},
            "`where` asks for 'category' = 'x', which activity does not have",
        ),
        (
            {"source": Figure("activity", where={"is_planned": "yes"})},
            "`where` asks for 'is_planned' = 'yes', which activity does not have",
        ),
        (
            {"source": Figure("title_count", newest="year")},
            "`newest` names 'year', which is no choice of title_count",
        ),
        (
            {"source": Figure("activity", filled="title")},
            "`filled` names 'title', which is no day of activity",
        ),
        ({"source": Share("count", "count")}, "no figure column 'count'\nb99.count: "),
        ({"source": Change("x", "y")}, "no figure column 'x'\nb99.count: no figure column 'y'"),
    ],
)
def test_what_is_wrong_with_a_column_is_named(parts, fault):
    with pytest.raises(DeclarationError) as error:
        replace(RIGHT, columns=(column(**parts),))

    assert str(error.value).startswith(f"b99.count: {fault}")


def test_a_column_of_a_field_that_there_is_not_is_refused():
    with pytest.raises(DeclarationError, match="activity: no figure 'venue'"):
        of_fields("activity", "female_count", "venue")


def test_summaries_are_known_by_their_modules_in_the_order_of_their_numbers():
    codes = list(summaries())

    assert "b1" == codes[0]
    assert codes == sorted(codes, key=lambda code: int(code[1:]))
    assert all(get(code).code == code for code in codes)
