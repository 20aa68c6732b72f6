"""What releases to come may add: fields, option codes, a record type.

Age 0 is this program, and so two releases older than age 2. Nothing but the registry of
record types differs between ages, since nothing else knows what a record holds.
"""

from schemas import registers
from schemas.fields import Choice, Count, Day, Label, Text
from schemas.record import RecordSchema
from schemas.records.activity import ALL, CATEGORIES, FORMS, RESULT, WHO, Activity

GREEN, ONLINE = "chuyen_doi_xanh", "truc_tuyen"
BY_AGE = {  # what a person types of what an age has brought, and what is kept of it
    1: {"online_count": ("7", 7), "category": (GREEN, GREEN)},
    2: {"recording": ("băng số 3", "băng số 3"), "form": (ONLINE, ONLINE)},
}
YARD = {"san_dinh": Label("Sân đình", "Communal yard")}
LESSON = {"title": "Buổi thứ nhất", "held_on": "2012-07-24", "place": "san_dinh"}


def grow(age):
    """Let this process be of that age. Before anything asks what a record type holds."""
    if age >= 1:
        CATEGORIES[GREEN] = Label("Chuyển đổi xanh", "Green transition")
        _add(online_count=Count("Lượt học trực tuyến", "Online attendances", of=ALL, group=WHO))
    if age >= 2:
        FORMS[ONLINE] = Label("Trực tuyến", "Online")
        _add(recording=Text("Băng ghi", "Recording", group=RESULT))
        _declare_lessons()


def brought(age):
    """What is kept of the fields that releases up to that one brought."""
    known = [cells for since, cells in BY_AGE.items() if since <= age]
    return {name: kept for cells in known for name, (_, kept) in cells.items()}


def typed(age):
    """What a person types into them."""
    known = [cells for since, cells in BY_AGE.items() if since <= age]
    return {name: text for cells in known for name, (text, _) in cells.items()}


def _add(**added):
    for name, field in added.items():
        field.name = name
        Activity._declared_fields[name] = field


def _declare_lessons():
    class Lesson(RecordSchema):
        record_type = "lesson"
        label = Label("Buổi học", "Lesson")
        help = Label("Mỗi buổi học một dòng.", "One line for each lesson.")
        register = registers.ACTIVITIES
        title_field = "title"
        day_field = "held_on"
        list_fields = ("held_on", "title", "place")

        title = Text("Tên buổi học", "Title", help, required=True)
        held_on = Day("Ngày", "Day", help, required=True)
        place = Choice("Nơi học", "Place", YARD, help)
