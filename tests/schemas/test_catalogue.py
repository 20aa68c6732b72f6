"""Where a person finds a record type."""

from schemas.areas import CENTRE, INTERNAL, PUBLISHED
from schemas.catalogue import matching, shelved
from schemas.record import record_types
from schemas.registers import EVALUATION, FUND, REGISTERS


def names(found):
    return {schema.record_type for schema in found}


def test_every_record_type_stands_in_one_register_in_the_order_of_the_shelf():
    shelf = shelved(record_types().values())

    assert list(REGISTERS) == list(shelf)
    assert len(record_types()) == sum(map(len, shelf.values()))


def test_what_is_needed_every_day_comes_first_and_what_no_centre_keeps_last():
    first, *_ = shelved(record_types().values()).values()

    assert "activity" == first[0].record_type
    assert [CENTRE, CENTRE, PUBLISHED, PUBLISHED, PUBLISHED, INTERNAL, INTERNAL] == [
        schema.lives_in for schema in shelved(record_types().values())[EVALUATION]
    ]


def test_a_register_is_found_by_any_word_without_accents():
    assert {"scholarship"} == names(matching("hoc bong so suat"))
    assert "retention_count" in names(matching("III.2.5"))
    assert set() == names(matching("khong co so nay"))
    assert [FUND] == [group for group in shelved(matching("fund statement"))]
