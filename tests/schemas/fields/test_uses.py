"""Each kind of field has a row in each of its uses, and one that lacks a row is named."""

import importlib
import pkgutil

import pytest

import reporting
import schemas
from schemas.fields import DecimalNumber, Labelled, uses
from schemas.fields.uses import kinds, lacking, use
from tests.schemas import declared  # of tests that make values


def modules(package):
    """Every module in which a use may be; the uses of a field are in no application."""
    yield from pkgutil.walk_packages(package.__path__, f"{package.__name__}.")


@pytest.fixture(scope="module", autouse=True)
def imported():
    for module in (*modules(schemas), *modules(reporting)):
        importlib.import_module(module.name)


def test_every_kind_of_field_has_a_row_in_every_use():
    assert len(uses.USES) > 15
    assert declared.values in uses.USES.values()
    ours = [kind for kind in kinds() if kind.__module__.startswith("schemas.")]

    assert not lacking(ours), "\n".join(["", *lacking(ours)])


def test_a_kind_without_a_row_is_named_with_the_use_that_lacks_it():
    class Colour(Labelled):
        pass

    lines = lacking([Colour])
    assert [f"no {name} for Colour" for name in uses.USES] == [x.split(":")[0] for x in lines]
    assert "no widget for Colour: add a row to schemas.forms.widgets.kind" in lines
    with pytest.raises(TypeError, match="no widget for Colour"):
        uses.USES["widget"](Colour("Màu", "Colour"))
    del Colour


def test_a_subclass_takes_the_rows_of_its_base():
    class Percentage(DecimalNumber):
        pass

    assert [] == lacking([Percentage])


def test_a_use_has_no_default(monkeypatch):
    monkeypatch.setattr(uses, "USES", {})

    @use("smell")
    def smell(field):
        return "none"

    @smell.register(DecimalNumber)
    def _(field):
        return "of numbers"

    assert "of numbers" == smell(DecimalNumber("Số", "DecimalNumber"))
    with pytest.raises(TypeError, match="no smell for Labelled"):
        smell(Labelled("Lạ", "Odd"))
    assert ["no smell for Labelled: add a row to tests.schemas.fields.test_uses.smell"] == lacking(
        [Labelled, DecimalNumber]
    )
