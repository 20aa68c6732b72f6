"""What a centre has and who leads it: one record for each centre, kept up to date."""

from __future__ import annotations

from typing import Any

from .. import registers
from ..fields import Count, Day, Flag, Label, Paragraph, Text
from ..fields.adding import PROFILE
from ..fields.personal import CONTACT, POSTS
from ..record import AREA, RecordSchema

CENTRE = Label("Trung tâm", "The centre")
PLACE = Label("Cơ sở vật chất", "Premises and equipment")
PEOPLE = Label("Cán bộ", "Staff")
COMMUNE = Label("Địa bàn", "The commune")


class CentreProfile(RecordSchema):
    record_type = "centre_profile"
    label = Label("Hồ sơ trung tâm", "Centre profile")
    help = Label(
        "Trung tâm có gì, ai phụ trách; cập nhật khi thay đổi.",
        "What the centre has and who leads it; kept up to date.",
    )
    register = registers.PREMISES
    clause = "II.4"
    natural_key = (AREA,)
    title_field = "name"
    list_fields = ("name", "director", "phone", "computer_count", "village_count")

    name = Text(
        "Tên trung tâm",
        "Name of the centre",
        Label("Như ghi trên con dấu.", "As on the seal."),
        group=CENTRE,
        required=True,
    )
    address = Text("Địa chỉ", "Address", Label("Xóm, xã.", "Village and commune."), group=CENTRE)
    phone = Text(
        "Điện thoại",
        "Telephone",
        Label("Của trung tâm hoặc người trực.", "Of the centre, or of who is on duty."),
        group=CENTRE,
        length=40,
        personal=CONTACT,
    )
    decision_number = Text(
        "Số quyết định thành lập",
        "Founding decision",
        Label("Ví dụ 24/QĐ-UBND.", "For example 24/QĐ-UBND."),
        group=CENTRE,
        length=60,
    )
    founded_on = Day(
        "Ngày thành lập",
        "Founded on",
        Label("Ngày ký quyết định.", "The day the decision was signed."),
        group=CENTRE,
    )

    has_own_premises = Flag(
        "Trụ sở riêng",
        "Own premises",
        Label("Không phải dùng nhờ.", "Not borrowed."),
        group=PLACE,
        adds=PROFILE,
    )
    has_seal = Flag(
        "Con dấu",
        "Seal",
        Label("Con dấu riêng của trung tâm.", "A seal of its own."),
        group=PLACE,
        adds=PROFILE,
    )
    has_account = Flag(
        "Tài khoản",
        "Account",
        Label("Ở kho bạc hoặc ngân hàng.", "With the treasury or a bank."),
        group=PLACE,
        adds=PROFILE,
    )
    computer_count = Count(
        "Số máy tính",
        "Computers",
        Label("Máy còn dùng được; không có thì ghi 0.", "In working order; 0 if none."),
        group=PLACE,
        adds=PROFILE,
    )
    has_internet = Flag(
        "Kết nối internet",
        "Internet",
        Label("Dùng được ở nơi làm việc.", "Usable where the work is done."),
        group=PLACE,
        adds=PROFILE,
    )
    has_bookcase = Flag(
        "Tủ sách",
        "Bookcase",
        Label("Có sách cho dân mượn.", "With books that people can borrow."),
        group=PLACE,
        adds=PROFILE,
    )
    has_loudspeaker_tv = Flag(
        "Loa, đài, tivi",
        "Loudspeaker, radio or TV",
        Label("Còn dùng được.", "In working order."),
        group=PLACE,
        adds=PROFILE,
    )
    is_linked_to_culture_house = Flag(
        "Gắn với nhà văn hóa xã",
        "Linked with the commune's culture house",
        Label("Dùng chung nhà hoặc cùng tổ chức.", "Shares the house or works jointly."),
        group=PLACE,
        adds=PROFILE,
    )

    director = Text(
        "Giám đốc",
        "Director",
        Label("Họ và tên.", "Full name."),
        group=PEOPLE,
        length=100,
        personal=POSTS,
    )
    director_post = Text(
        "Chức vụ của giám đốc ở xã",
        "The director's post in the commune",
        Label("Ví dụ: Phó Chủ tịch UBND xã.", "For example: vice chair of the commune."),
        group=PEOPLE,
        length=100,
    )
    deputies = Paragraph(
        "Các phó giám đốc",
        "Deputy directors",
        Label("Mỗi người một dòng: họ tên, chức vụ.", "One a line: name, post."),
        group=PEOPLE,
        length=500,
        personal=POSTS,
    )
    accountant = Text(
        "Kế toán",
        "Accountant",
        Label("Họ và tên.", "Full name."),
        group=PEOPLE,
        length=100,
        personal=POSTS,
    )
    treasurer = Text(
        "Thủ quỹ",
        "Treasurer",
        Label("Họ và tên.", "Full name."),
        group=PEOPLE,
        length=100,
        personal=POSTS,
    )
    seconded_teacher_count = Count(
        "Giáo viên biệt phái",
        "Seconded teachers",
        Label("Do ngành giáo dục cử sang.", "Sent by the education office."),
        group=PEOPLE,
        adds=PROFILE,
    )
    collaborator_count = Count(
        "Báo cáo viên, hướng dẫn viên, cộng tác viên",
        "Speakers, facilitators and collaborators",
        Label("Đang cộng tác, mỗi người một lần.", "Who work with the centre now; each once."),
        group=PEOPLE,
        adds=PROFILE,
    )

    population_15_count = Count(
        "Dân số từ 15 tuổi",
        "Population from 15 years",
        Label("Cả xã, theo số liệu đầu năm.", "Of the commune, at the start of the year."),
        group=COMMUNE,
        adds=PROFILE,
    )
    village_count = Count(
        "Số xóm, bản, tổ",
        "Villages",
        Label("Trong địa bàn của trung tâm.", "That the centre serves."),
        group=COMMUNE,
        adds=PROFILE,
    )
    village_club_count = Count(
        "Số xóm có câu lạc bộ học tập",
        "Villages with a learning club",
        Label("Câu lạc bộ phát triển cộng đồng.", "A community development club."),
        of="village_count",
        group=COMMUNE,
        adds=PROFILE,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "name": "Trung tâm học tập cộng đồng xã Tây Phong",
            "phone": "0218 3844 123",
            "has_own_premises": False,
            "has_seal": True,
            "has_account": True,
            "computer_count": 2,
            "has_internet": True,
            "has_bookcase": True,
            "has_loudspeaker_tv": True,
            "is_linked_to_culture_house": True,
            "director": "Bùi Văn Đẳng",
            "director_post": "Phó Chủ tịch UBND xã",
            "deputies": "Nguyễn Thị Ưởng, Chủ tịch Hội Khuyến học xã\n"
            "Đinh Công Sứ, Hiệu trưởng trường THCS",
            "population_15_count": 3120,
            "village_count": 9,
            "village_club_count": 7,
        }
