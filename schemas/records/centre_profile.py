"""What a centre has and who leads it: one record for each centre, kept up to date."""

from __future__ import annotations

from typing import Any

from ..fields import Count, Day, Flag, Label, Paragraph, Text
from ..record import AREA, RecordSchema

CENTRE = Label("Trung tâm", "The centre")
PLACE = Label("Cơ sở vật chất", "Premises and equipment")
PEOPLE = Label("Cán bộ", "Staff")
COMMUNE = Label("Địa bàn", "The commune")


class CentreProfile(RecordSchema):
    record_type = "centre_profile"
    label = Label("Hồ sơ trung tâm", "Centre profile")
    natural_key = (AREA,)
    title_field = "name"
    list_fields = ("name", "director", "phone", "computer_count", "village_count")

    name = Text(
        "Tên trung tâm",
        "Name of the centre",
        Label("Như ghi trên con dấu.", "As it stands on the seal."),
        group=CENTRE,
        required=True,
    )
    address = Text("Địa chỉ", "Address", group=CENTRE)
    phone = Text("Điện thoại", "Telephone", group=CENTRE, length=40)
    decision_number = Text("Số quyết định thành lập", "Founding decision", group=CENTRE, length=60)
    founded_on = Day("Ngày thành lập", "Founded on", group=CENTRE)

    has_own_premises = Flag("Trụ sở riêng", "Own premises", group=PLACE)
    has_seal = Flag("Con dấu", "Seal", group=PLACE)
    has_account = Flag("Tài khoản", "Account", group=PLACE)
    computer_count = Count(
        "Số máy tính",
        "Computers",
        Label("Máy còn dùng được; không có thì ghi 0.", "In working order; 0 if none."),
        group=PLACE,
    )
    has_internet = Flag("Kết nối internet", "Internet", group=PLACE)
    has_bookcase = Flag("Tủ sách", "Bookcase", group=PLACE)
    has_loudspeaker_tv = Flag("Loa, đài, tivi", "Loudspeaker, radio or TV", group=PLACE)
    is_linked_to_culture_house = Flag(
        "Gắn với nhà văn hóa xã",
        "Linked with the commune's culture house",
        Label("Dùng chung nhà hoặc cùng tổ chức.", "Shares the house or works jointly."),
        group=PLACE,
    )

    director = Text(
        "Giám đốc", "Director", Label("Họ và tên.", "Full name."), group=PEOPLE, length=100
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
    )
    accountant = Text("Kế toán", "Accountant", group=PEOPLE, length=100)
    treasurer = Text("Thủ quỹ", "Treasurer", group=PEOPLE, length=100)
    seconded_teacher_count = Count("Giáo viên biệt phái", "Seconded teachers", group=PEOPLE)
    collaborator_count = Count(
        "Báo cáo viên, hướng dẫn viên, cộng tác viên",
        "Speakers, facilitators and collaborators",
        group=PEOPLE,
    )

    population_15_count = Count("Dân số từ 15 tuổi", "Population from 15 years", group=COMMUNE)
    village_count = Count("Số xóm, bản, tổ", "Villages", group=COMMUNE)
    village_club_count = Count(
        "Số xóm có câu lạc bộ học tập",
        "Villages with a learning club",
        of="village_count",
        group=COMMUNE,
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
