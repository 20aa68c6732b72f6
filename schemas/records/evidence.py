"""What a centre shows for the score of a criterion: its own records, documents, registers.

The score sheet has a place for a few words; this is for what can be looked up: a record that
the centre keeps already, or a document by its number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from marshmallow import ValidationError, validates_schema

from .. import references, registers, texts
from ..fields import CRITERION, Day, Label, Paragraph, Reference, Related, Text, Year
from ..formatting.vietnamese import day
from ..record import RecordSchema, Values, fields

LINKS = Label("Bản ghi của trung tâm", "Records of the centre")
DOCUMENT = Label("Văn bản, sổ sách", "Documents and registers")


class Cited(NamedTuple):
    """A record that a piece of evidence refers to."""

    record_type: str
    record_id: str
    label: Label  # what kind of record it is
    name: str


class Proof(NamedTuple):
    """A piece of evidence beside its criterion, with where a person looks it up."""

    title: str
    address: str
    links: list[tuple[Cited, str]]  # the records that it refers to, and where they are
    document: str


class Evidence(RecordSchema):
    record_type = "evidence"
    label = Label("Minh chứng", "Evidence")
    help = Label(
        "Cho điểm của một tiêu chí: bản ghi, văn bản, sổ sách nào chứng tỏ.",
        "For the score of a criterion: which records, documents and registers show it.",
    )
    register = registers.EVALUATION
    clause = "II.4"
    natural_key = ("year", "criterion", "title")
    title_field = "title"
    list_fields = ("year", "criterion", "title", "activity_ref", "document_number", "kept_at")

    year = Year(
        "Năm", "Year", Label("Năm được đánh giá.", "The year that is evaluated."), required=True
    )
    criterion = Text(
        "Tiêu chí",
        "Criterion",
        Label("Mã tiêu chí, ví dụ 1.1.", "The code of the criterion, for example 1.1."),
        required=True,
        length=40,
    )
    title = Text(
        "Tên minh chứng",
        "What it is",
        Label("Gọi tên để người thẩm định hiểu ngay.", "So that whoever verifies sees what it is."),
        required=True,
    )
    activity_ref = Related(
        "Hoạt động",
        "Activity",
        Label("Gõ tên hoạt động.", "Its title."),
        to="activity",
        group=LINKS,
    )
    class_ref = Related(
        "Lớp xóa mù chữ",
        "Literacy class",
        Label("Gõ tên lớp.", "The name of the class."),
        to="literacy_class",
        group=LINKS,
    )
    survey_ref = Related(
        "Khảo sát nhu cầu",
        "Needs survey",
        Label("Gõ tên đợt khảo sát.", "The name of the survey."),
        to="needs_survey",
        group=LINKS,
    )
    plan_ref = Related(
        "Kế hoạch năm",
        "Annual plan",
        Label("Gõ lĩnh vực của dòng kế hoạch.", "The category of its line."),
        to="annual_plan",
        group=LINKS,
    )
    role_ref = Related(
        "Phân công nhiệm vụ",
        "Role assignment",
        Label("Gõ tên người được phân công.", "Who was assigned."),
        to="role_assignment",
        group=LINKS,
    )
    facility_ref = Related(
        "Cơ sở vật chất",
        "Facility",
        Label("Gõ tên phòng, tủ sách, thiết bị.", "The room, library or equipment."),
        to="facility",
        group=LINKS,
    )
    club_ref = Related(
        "Câu lạc bộ, điểm học tập",
        "Village club",
        Label("Gõ tên câu lạc bộ.", "The name of the club."),
        to="village_club",
        group=LINKS,
    )
    use_ref = Related(
        "Sử dụng tài liệu",
        "Use of material",
        Label("Gõ tên như trong sổ tài liệu.", "As in the register of materials."),
        to="material_use",
        group=LINKS,
    )
    document_number = Text(
        "Số, ký hiệu văn bản",
        "Document number",
        Label("Ví dụ 24/QĐ-UBND.", "For example 24/QĐ-UBND."),
        group=DOCUMENT,
        length=80,
    )
    document_on = Day(
        "Ngày văn bản",
        "Day of the document",
        Label("Ngày ban hành.", "The day it was issued."),
        group=DOCUMENT,
    )
    kept_at = Text(
        "Nơi lưu",
        "Where it is kept",
        Label("Tủ, tập hồ sơ, máy nào.", "In which cupboard, file or computer."),
        group=DOCUMENT,
    )
    note = Paragraph(
        "Ghi chú",
        "Notes",
        Label("Điều cần nói thêm.", "Anything more."),
        group=DOCUMENT,
        length=1000,
    )

    @validates_schema
    def criterion_is_a_code(self, data: dict[str, Any], **_: Any) -> None:
        if not CRITERION.fullmatch(data["criterion"]):
            raise ValidationError([texts.NOT_A_CODE], "criterion")

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "year": 2012,
            "criterion": "1.1",
            "title": "Quyết định cử giám đốc, phó giám đốc",
            "document_number": "24/QĐ-UBND",
            "document_on": "2012-03-12",
            "kept_at": "Tủ hồ sơ, tập 2",
        }


def by_criterion(
    rows: Iterable[Values], address: Callable[[str, str], str]
) -> dict[str, list[Proof]]:
    """The rows of evidence as they stand on a sheet; ``address`` leads to a record of a type."""
    proofs: dict[str, list[Proof]] = {}
    for row in rows:
        links = [(one, address(one.record_type, one.record_id)) for one in cited(row)]
        own_address = address(Evidence.record_type, str(row["_id"]))
        proof = Proof(str(row["title"] or ""), own_address, links, document(row))
        proofs.setdefault(str(row["criterion"]), []).append(proof)
    return proofs


def cited(values: Values) -> list[Cited]:
    """The records that it refers to, by name."""
    citations = []
    for name, field in fields(Evidence).items():
        value = values.get(name)
        if isinstance(field, Reference) and isinstance(value, str) and value:
            citations.append(
                Cited(field.to, value, field.label, references.shown(field.to, value, "vi"))
            )
    return citations


def document(values: Values) -> str:
    """The document or register, and where it is kept, as printed."""
    number, kept = (str(values.get(name) or "") for name in ("document_number", "kept_at"))
    on = values.get("document_on")
    dated = ", ".join(filter(None, (number, day(on) if isinstance(on, str) else "")))
    return "; ".join(filter(None, (dated, kept, str(values.get("note") or ""))))
