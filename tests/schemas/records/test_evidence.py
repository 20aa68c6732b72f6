"""Evidence: which records it refers to, and what stands on paper."""

import pytest
from marshmallow import ValidationError

from schemas.context import Context, within
from schemas.record import check
from schemas.records.evidence import Evidence, cited, document

EXAMPLE = Evidence.example()


def test_a_record_that_it_refers_to_goes_by_its_name():
    values = {**EXAMPLE, "activity_ref": "a-1", "club_ref": None}
    here = Context(name=lambda kind, record_id: {"activity": "Trồng cam"}.get(kind, ""))
    with within(here):
        found = cited(values)

    assert [("activity", "a-1", "Trồng cam")] == [
        (c.record_type, c.record_id, c.name) for c in found
    ]


def test_what_stands_on_paper_is_given_in_one_line():
    assert "24/QĐ-UBND, 12/03/2012; Tủ hồ sơ, tập 2" == document(EXAMPLE)
    assert "" == document({"year": 2012})


def test_a_criterion_is_named_by_its_code():
    with pytest.raises(ValidationError) as error:
        check(Evidence, {**EXAMPLE, "criterion": "tiêu chí một"})

    assert ["criterion"] == list(error.value.messages)
