"""The registers: the groups in which a person finds a record type, in the order of the shelf."""

from __future__ import annotations

from .formatting.label import Label

ACTIVITIES = Label("Hoạt động và lớp học", "Activities and classes")
PEOPLE = Label("Con người", "People")
PREMISES = Label("Cơ sở vật chất", "Premises and equipment")
EVALUATION = Label("Đánh giá", "Evaluation")
TITLES = Label("Danh hiệu học tập", "Learning titles")
ASSOCIATION = Label("Tổ chức Hội và Ban chỉ đạo", "Association and committees")
FUND = Label("Quỹ và khen thưởng", "Fund and awards")
PUPILS = Label("Học sinh", "Pupils")
MATERIALS = Label("Tài liệu", "Materials")
PLAN = Label("Kế hoạch và nhiệm vụ", "Plan and tasks")
COMMUNICATION = Label("Thông tin, tuyên truyền", "Communication")
EVENTS = Label("Sự kiện, phong trào", "Events and campaigns")
OBSTACLES = Label("Vướng mắc, kiến nghị", "Obstacles and recommendations")
DOCUMENTS = Label("Văn bản", "Documents")

REGISTERS = (
    ACTIVITIES,
    PEOPLE,
    PREMISES,
    EVALUATION,
    TITLES,
    ASSOCIATION,
    FUND,
    PUPILS,
    MATERIALS,
    PLAN,
    COMMUNICATION,
    EVENTS,
    OBSTACLES,
    DOCUMENTS,
)
