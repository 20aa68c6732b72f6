"""The bodies of the Learning Promotion Association: grassroots associations, branches, boards."""

from __future__ import annotations

from typing import Any

from .. import registers
from ..fields import Choice, Day, Flag, Label, PersonName, Text
from ..fields.adding import STOCK, Span
from ..fields.personal import POSTS
from ..record import RecordSchema

KINDS = {
    "hoi_co_so": Label("Hội cơ sở", "Grassroots association"),
    "chi_hoi": Label("Chi hội", "Branch"),
    "ban_khuyen_hoc": Label("Ban khuyến học", "Promotion board"),
    "to": Label("Tổ", "Cell"),
}
HOSTS = {
    "xom": Label("Xóm, bản, tổ dân phố", "Village"),
    "truong_hoc": Label("Trường học", "School"),
    "co_quan": Label("Cơ quan, đơn vị", "Office"),
    "doanh_nghiep": Label("Doanh nghiệp", "Company"),
    "luc_luong": Label("Lực lượng vũ trang", "Armed forces"),
    "dong_ho": Label("Dòng họ", "Clan"),
    "ton_giao": Label("Cơ sở tôn giáo", "Religious body"),
    "khac": Label("Khác", "Other"),
}


class AssociationUnit(RecordSchema):
    record_type = "association_unit"
    label = Label("Tổ chức Hội", "Association unit")
    help = Label(
        "Hội cơ sở, chi hội, ban khuyến học trên địa bàn.",
        "Associations, branches and boards in the commune.",
    )
    register = registers.ASSOCIATION
    clause = "II.6"
    title_field = "name"
    in_force = Span("founded_on", "dissolved_on")
    list_fields = ("name", "kind", "host", "founded_on", "dissolved_on")

    name = Text(
        "Tên",
        "Name",
        Label("Ví dụ: Chi hội khuyến học xóm Bưng.", "For example: branch of the village Bưng."),
        required=True,
    )
    kind = Choice(
        "Loại",
        "Kind",
        KINDS,
        Label("Cấp của tổ chức.", "Its level."),
        code_list="association_kind",
        required=True,
    )
    host = Choice(
        "Đặt ở",
        "Where",
        HOSTS,
        Label("Nơi tổ chức hoạt động.", "The body it belongs to."),
        code_list="association_host",
        required=True,
    )
    host_name = Text(
        "Tên nơi đặt",
        "Name of that body",
        Label("Tên xóm, trường, cơ quan.", "Of the village, school or office."),
        length=120,
    )
    founded_on = Day(
        "Ngày thành lập", "Founded on", Label("Ngày quyết định.", "Day of the decision.")
    )
    dissolved_on = Day(
        "Ngày giải thể",
        "Dissolved on",
        Label("Để trống nếu còn.", "Empty while it lasts."),
        after="founded_on",
    )
    head = PersonName(
        "Người đứng đầu",
        "Head",
        Label("Chủ tịch, chi hội trưởng, trưởng ban.", "Its president or head."),
        personal=POSTS,
    )
    has_fund = Flag(
        "Có quỹ khuyến học",
        "Has a fund",
        Label("Quỹ riêng của tổ chức.", "A fund of its own."),
        adds=STOCK,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "name": "Chi hội khuyến học trường THCS Tây Phong",
            "kind": "chi_hoi",
            "host": "truong_hoc",
            "host_name": "Trường THCS Tây Phong",
            "founded_on": "2008-09-05",
            "head": "Đinh Công Sứ",
            "has_fund": True,
        }
