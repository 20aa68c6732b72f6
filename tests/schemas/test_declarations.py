"""A wrong declaration is refused when it is made, by a sentence that names its type and field."""

import pytest

from schemas import declarations, record, registers
from schemas.declarations import DeclarationError
from schemas.fields import (
    Choice,
    Consent,
    Count,
    Day,
    DecimalNumber,
    Label,
    Number,
    PerCriterion,
    PersonName,
    Reference,
    Related,
    Text,
    Year,
)
from schemas.fields.adding import Book, Rate, Span, Whole
from schemas.fields.personal import Personal
from schemas.record import Derived, Exported, RecordSchema
from schemas.rules import Balance, Needed, Reversal, Together

HELP = Label("Giải thích.", "Explained.")
NAMED = Label("Tên", "Name")
WHY = Personal(Label("gửi thư", "send letters"), 2, "agreed")
KEPT = WHY._replace(consent="")
RIGHT = {
    "record_type": "book_loan",
    "label": Label("Mượn sách", "Book loan"),
    "help": HELP,
    "register": registers.MATERIALS,
    "title_field": "title",
    "list_fields": ("title",),
    "title": Text("Tên sách", "Title", HELP, required=True),
}


def declare(**parts):
    """The type of a correct declaration, but for ``parts``; ``None``: that is left out."""
    body = {name: part for name, part in (RIGHT | parts).items() if part is not None}
    return type("BookLoan", (RecordSchema,), body)


def count(*args, **kwargs):
    return Count("Số", "Number", HELP, *args, **{"adds": "flow"} | kwargs)


@pytest.fixture(autouse=True)
def forgotten(registry):
    """What a test declares is forgotten after it."""


def test_a_complete_declaration_is_taken():
    assert declare() is record.get("book_loan")


@pytest.mark.parametrize("name", [n for n in RIGHT if n not in ("title", "record_type")])
def test_what_is_left_out_is_named(name):
    with pytest.raises(DeclarationError, match=rf"^book_loan: say `{name}`"):
        declare(**{name: None})


def test_a_type_without_a_name_is_named_by_its_class():
    with pytest.raises(DeclarationError, match=r"^BookLoan: say `record_type`"):
        declare(record_type=None)


OF_TYPES = [
    ({"label": Label("Mượn", "")}, "book_loan: say `label` in both languages"),
    ({"register": Label("Thư viện", "Library")}, "book_loan: `register` is not one of `registers`"),
    ({"lives_in": "moon"}, 'book_loan: no area "moon"'),
    ({"owner": "teacher"}, 'book_loan: no owner "teacher"'),
    ({"owner": "province"}, "book_loan: say `lives_in`: only what a centre owns is in its area"),
    ({"title_field": "name"}, 'book_loan: `title_field` names "name", which is no field'),
    ({"list_fields": ("titel",)}, 'book_loan: `list_fields` names "titel", which is no field'),
    ({"day_field": "lent_on"}, 'book_loan: `day_field` names "lent_on", which is no field'),
    ({"day_field": "title"}, 'book_loan: `day_field` names "title", which is no Day'),
    ({"natural_key": ("code",)}, 'book_loan: `natural_key` names "code", which is no field'),
    (
        {"natural_key": ("code",), "code": Text("Mã", "Code", HELP)},
        'book_loan: `natural_key` names "code", which may be empty: say `required=True`',
    ),
    ({"in_force": Span("from", "")}, 'book_loan: `in_force` names "from", which is no field'),
    ({"in_force": Span("title", "")}, 'book_loan: `in_force` names "title", which is no Day or'),
    (
        {"due_on": Day("Hạn", "Due", HELP, after="lent_on"), "lent_on": Day("Ngày", "Day", HELP)},
        "book_loan: say `in_force`: a `Span` of two fields; None if",
    ),
    (
        {"first": Year("Từ", "From", HELP), "last": Year("Đến", "To", HELP)},
        "book_loan: say `in_force`: a `Span` of two fields; None if",
    ),
    ({"in_force": ()}, "book_loan: `in_force` is no `Span`"),
    ({"copies": count(adds="stock")}, 'book_loan: say `day_field`: nothing tells when "copies"'),
    ({"copies": count(adds="stock")}, "book_loan: say `series`: of which records only the last"),
    (
        {"wear": DecimalNumber("Độ mòn", "Wear", HELP, adds="level")},
        "book_loan: say `series`: of which",
    ),
    ({"series": ("title",)}, 'book_loan: `series` begins with "_area"'),
    ({"series": ("_area", "title")}, 'book_loan: `series` names "title", which is not in'),
    (
        {
            "series": ("_area", "year"),
            "natural_key": ("_area", "year"),
            "year": Year("Năm", "Year", HELP, required=True),
        },
        'book_loan: `series` names "year", which says when',
    ),
    (
        {
            "lives_in": "published",
            "owner": "province",
            "who": PersonName("A", "B", HELP, personal=KEPT),
        },
        'book_loan: "who" tells of a person, and `lives_in` publishes it to all centres',
    ),
    (
        {"who": PersonName("A", "B", HELP, personal=KEPT._replace(years=0))},
        'book_loan: `personal` of "who": say what it is kept for, and for how many years',
    ),
    ({"agreed": Consent("A", "B", HELP)}, 'book_loan: "agreed" is a consent, and no `personal`'),
    ({"series": ("_area", "x")}, 'book_loan: `series` names "x", which is no field'),
    ({"rates": {"r": Rate(NAMED, "a", "title")}}, 'book_loan: `rates` names "a", which is no'),
    ({"rules": (Together("a", ("title",)),)}, 'book_loan: `rules` names "a", which is no field'),
    ({"rules": (Balance("a", ("title",)),)}, 'book_loan: `rules` names "a", which is no field'),
    ({"rules": (Needed("a", "title", ["x"]),)}, 'book_loan: `rules` names "a", which is no field'),
    ({"reversal": Reversal("a", (), {})}, 'book_loan: `reversal` names "a", which is no field'),
    ({"counted_whole": Whole("a", "x", ())}, 'book_loan: `counted_whole` names "a", which is no'),
    ({"record_type": "bookLoan"}, 'bookLoan: "bookLoan" cannot be the name of a column'),
    ({"dueOn": Day("Hạn", "Due", HELP)}, 'book_loan: "dueOn" cannot be the name of a column'),
    ({"search_text": Text("T", "S", HELP)}, 'book_loan: "search_text" cannot be the name of a'),
    ({"derived": {"title": Derived(NAMED, str, str)}}, 'book_loan: `derived` has "title", which'),
    (
        {"derived": {"late": Derived(NAMED, bool, bool)}},
        'book_loan: `derived` has "late" of a wrong',
    ),
    ({"exported": {"late": Exported(Label("", ""), str)}}, 'book_loan: `exported` has "late": say'),
]
OF_FIELDS = [
    (Day(), "say a label in both languages"),
    (Day("Hạn trả", "", HELP), "say a label in both languages"),
    (Day("Hạn trả", "Due"), "say `help`"),
    (Day("Hạn trả", "Due", Label("Hạn.", "")), "say `help` in both languages"),
    (Day("Hạn trả", "Due", HELP, owner="teacher"), 'no owner "teacher"'),
    (Day("Hạn trả", "Due", HELP, after="lent"), '`after` names "lent", which is no Day of this'),
    (count(adds=""), "say `adds`: how it adds up over time"),
    (count(adds="flo"), 'no way to add up: "flo"'),
    (count(adds="as_whole"), "say `of`: of which whole it is a part"),
    (count(of="all"), '`of` names "all", which is no Count of this type'),
    (PerCriterion("Điểm", "Score", Number("Điểm", "Score"), help=HELP), "say `adds`: how it adds"),
    (PerCriterion("Điểm", "Score", help=HELP), "say what is in its cells: a kind of field"),
    (Choice("Loại", "Kind", help=HELP), "say the options: there are no codes"),
    (Choice("Loại", "Kind", {"Văn": NAMED}, HELP), 'no code: "Văn"; codes have small letters'),
    (Choice("Loại", "Kind", {"a": Label("A", "")}, HELP), 'name the code "a" in both languages'),
    (Choice("Loại", "Kind", {"a": NAMED}, HELP, valid={"b": ("", "")}), '`valid` names "b", which'),
    (Reference("Sách", "Book", HELP), "say `to`: which record type it names"),
    (Related("Sách", "Book", HELP), "say `to`: which record type it names"),
    (PersonName("Người mượn", "Reader", HELP), "say `personal`: why the name of a person is kept"),
    (Text("Số", "Phone", HELP, personal=WHY), '`personal` names "agreed", which is no Consent'),
    (record.Schema.TYPE_MAPPING[str](), "String is no kind of field; take one of `schemas.fields`"),
]


@pytest.mark.parametrize(("parts", "sentence"), OF_TYPES, ids=[text for _, text in OF_TYPES])
def test_a_wrong_type_is_refused_by_name(parts, sentence):
    with pytest.raises(DeclarationError) as error:
        declare(**parts)

    assert [] != [line for line in str(error.value).splitlines() if line.startswith(sentence)]


@pytest.mark.parametrize(("field", "sentence"), OF_FIELDS, ids=[text for _, text in OF_FIELDS])
def test_a_wrong_field_is_refused_by_the_names_of_its_type_and_of_itself(field, sentence):
    with pytest.raises(DeclarationError) as error:
        declare(due_on=field)

    lines = str(error.value).splitlines()
    assert [] != [line for line in lines if line.startswith(f"book_loan.due_on: {sentence}")]


def test_what_needs_a_consent_cannot_be_required():
    asked = Consent("Đồng ý", "Agreed", HELP)
    with pytest.raises(DeclarationError, match=r"^book_loan\.phone: what needs a consent cannot"):
        declare(phone=Text("Số", "Phone", HELP, personal=WHY, required=True), agreed=asked)


def test_all_that_is_wrong_is_in_one_error():
    with pytest.raises(DeclarationError) as error:
        declare(help=None, due_on=Day(), copies=count(adds="flo"))

    assert [
        "book_loan: say `help`",
        "book_loan.due_on: say a label in both languages",
        "book_loan.due_on: say `help`",
        'book_loan.copies: no way to add up: "flo"',
    ] == str(error.value).splitlines()


def test_a_type_that_was_refused_is_not_known():
    with pytest.raises(DeclarationError):
        declare(help=None)

    assert "book_loan" not in record.record_types()


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (
            {"book": Related("Sách", "Book", HELP, to="bok")},
            'book_loan.book: no record type "bok"',
        ),
        (
            {"of": Reference("Việc", "Activity", HELP, to="activity")},
            "book_loan.of: activity has no natural key to name it by; take `Related`",
        ),
        (
            {"kind": Choice("Loại", "Kind", {"a": NAMED}, HELP, code_list="activity_category")},
            'book_loan.kind: other codes than activity.category in "activity_category"',
        ),
        (
            {"entries_in": Book("loan", "title", ())},
            'book_loan: `entries_in`: no record type "loan"',
        ),
        (
            {"entries_in": Book("activity", "titel", ())},
            'book_loan: `entries_in` names "titel", which is no field of activity',
        ),
        (
            {"entries_in": Book("activity", "title", ("attendance_count",))},
            'book_loan: `entries_in` names "attendance_count", which is no field',
        ),
    ],
)
def test_what_a_type_says_of_others_is_checked_once_all_are_there(parts, sentence):
    declare(**parts)
    with pytest.raises(DeclarationError) as error:
        declarations.check_together(record.record_types())

    assert sentence in str(error.value).splitlines()
