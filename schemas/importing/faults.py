"""What is wrong with a row of a table that cannot be brought in, in both languages.

Most of it are the errors of its cells. A row can also be wrong though each of its cells is sound,
because its record depends on others: a form has a page around it that knows them, a file has
not. A record type that needs it has a class method ``row_errors``.
"""

from __future__ import annotations

from collections.abc import Mapping

from .. import texts
from ..fields import Choice
from ..formatting.label import Label
from ..record import RecordSchema, Values, fields

NOT_THERE = Label(
    "Không thấy bản ghi nào như vậy. Dòng này chỉ điền vào bản đã có, không thêm bản mới.",
    "There is no such record. A row here only fills in what is there, and adds nothing.",
)
NOT_ONE = Label(
    "Có {count} bản ghi như vậy. Hãy thêm cột «Mã bản ghi» (có trong tệp tải từ danh sách).",
    "There {count:is|are} {count} such {count:record|records}. Add the column “Record id”, which "
    "downloaded files have.",
)
NO_RECORD_NAMED = Label(
    "Dòng này chưa cho biết là bản ghi nào: cần mã bản ghi hoặc mục «{title}».",
    "This row does not tell which record it is: its id or “{title}” is needed.",
)
NOT_YOURS = Label(
    "Bản ghi này không phải của bạn, bạn chỉ xem được.",
    "This record is not yours to fill in; you can only look at it.",
)
CENTRE_NEEDED = Label(
    "Chưa biết dòng này của trung tâm nào. Hãy điền cột trung tâm, hoặc chọn trung tâm ở trên.",
    "The centre of this row is not known. Fill in a column with the centre, or choose it above.",
)
CENTRE_UNKNOWN = Label(
    "Không có trung tâm nào là «{typed}». Hãy ghi tên trung tâm, tên xã hoặc mã xã.",
    "No centre is “{typed}”. Write the name of the centre, or its commune or code.",
)
CENTRE_UNCLEAR = Label(
    "«{typed}» có thể là nhiều trung tâm: {names}. Hãy ghi thêm tên huyện.",
    "“{typed}” may be several centres: {names}. Add the name of the district.",
)
CENTRE_NOT_YOURS = Label("{centre} không thuộc phạm vi của bạn.", "{centre} is not in your scope.")
APPEND_ONLY = Label(
    "Sổ này chỉ ghi thêm, không sửa dòng cũ; hãy ghi một dòng điều chỉnh.",
    "This register is only added to; write a further entry that corrects the old one.",
)
NOT_ONE_OF = Label("Chọn một mục trong danh sách: {names}.", "Choose one from the list: {names}.")
MOST = 12  # options that are named


def row_errors(
    schema: type[RecordSchema], values: Values, before: Values
) -> dict[str, list[Label]]:
    """What is wrong with ``values`` as a whole, by cell; ``before`` is the record they change."""
    check = getattr(schema, "row_errors", None)
    errors: dict[str, list[Label]] = check(values, before) if check else {}
    return errors


def spelled(
    schema: type[RecordSchema], errors: Mapping[str, list[Label]]
) -> dict[str, list[Label]]:
    """The same, with the options named: beside a row of a table there is no list to look at."""
    return {name: [_spelled(schema, name, label) for label in e] for name, e in errors.items()}


def _spelled(schema: type[RecordSchema], name: str, label: Label) -> Label:
    field = fields(schema).get(name)
    if label != texts.NOT_AN_OPTION or not isinstance(field, Choice):
        return label
    options = list(field.codes.whenever().values())
    more = ("…",) if len(options) > MOST else ()
    names_by_language = zip(*options[:MOST], strict=True)
    return NOT_ONE_OF.filled(
        names=Label(*("; ".join((*names, *more)) for names in names_by_language))
    )
