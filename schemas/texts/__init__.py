"""The texts of the built-in checks and of the record pages, in both languages.

The text of a rule of one record type is beside that rule.
"""

from __future__ import annotations

from ..formatting.label import Label
from . import export, importing, questions, references

REQUIRED = Label("Cần điền mục này.", "Please fill this in.")
NOT_TEXT = Label("Chỉ điền chữ vào mục này.", "Only text can be entered.")
TOO_LONG = Label(
    "Dài quá: nhiều nhất {most} ký tự, đang có {length}.",
    "Too long: at most {most} characters, there are {length}.",
)
NOT_A_DAY = Label(
    "Ngày viết theo kiểu ngày/tháng/năm, ví dụ 24/7/2012.",
    "Write the day as day/month/year, for example 24/7/2012.",
)
NO_SUCH_DAY = Label(
    "Ngày này không có trong lịch; hãy xem lại ngày và tháng.",
    "That date does not exist. Check the day and the month.",
)
NOT_WHOLE = Label(
    "Điền một số nguyên, ví dụ 35 hoặc 1.250.",
    "Write a whole number, for example 35 or 1.250.",
)
NOT_A_YEAR = Label(
    "Điền năm bằng bốn chữ số, ví dụ 2012.", "Write a year in four digits, for example 2012."
)
NOT_A_NUMBER = Label("Điền một số, ví dụ 4 hoặc 4,5.", "Write a number, for example 4 or 4,5.")
NOT_A_STEP = Label(
    "Điểm chấm theo bước {step}, ví dụ 4 hoặc 4,5.",
    "Scores go in steps of {step}, for example 4 or 4,5.",
)
NOT_ONE_DECIMAL = Label(
    "Nhiều nhất một chữ số sau dấu phẩy, ví dụ 61,5.",
    "At most one digit after the comma, for example 61,5.",
)
TOO_SMALL = Label("Không được nhỏ hơn {least}.", "Must not be less than {least}.")
TOO_LARGE = Label("Không được lớn hơn {most}.", "Must not be more than {most}.")
TOO_BIG = Label("Số quá lớn; nhiều nhất là {most}.", "The number is too large; the most is {most}.")
TOO_EARLY = Label("Ngày này sớm quá; sớm nhất là {least}.", "Too early; the earliest is {least}.")
TOO_LATE = Label("Ngày này muộn quá; muộn nhất là {most}.", "Too late; the latest is {most}.")
NOT_AN_OPTION = Label("Chọn một mục trong danh sách.", "Choose one from the list.")
NOT_NAMED = Label(
    "Không có bản ghi nào tên như vậy trên máy này; hãy ghi bản đó trước, hoặc gõ tên khác.",
    "No record here has such a name; enter that one first, or type another name.",
)
NOT_NAMED_IN = Label(
    "Không có bản ghi nào tên như vậy trong sổ «{register}» trên máy này; hãy ghi vào sổ đó trước, "
    "hoặc gõ tên khác.",
    "No record in the register “{register}” here has such a name; enter it there first, or type "
    "another name.",
)
NAMED_ALMOST = Label(
    "Không có bản ghi nào tên như vậy. Có phải: {names}? Hãy gõ đúng một tên.",
    "No record has such a name. Did you mean: {names}? Type one of these names.",
)
NOT_THERE = Label(
    "Không tìm thấy bản ghi có mã này, hoặc bản ghi đó đã bị xóa; hãy gõ tên để chọn bản khác.",
    "There is no record of this id, or it was deleted; type a name to choose another.",
)
BETWEEN = Label("{name} (từ {first} đến {last})", "{name} (from {first} to {last})")
SINCE = Label("{name} (từ {day})", "{name} (from {day})")
UNTIL = Label("{name} (đến {day})", "{name} (until {day})")
OUT_OF_TIME = Label(
    "Mục này không dùng vào ngày của bản ghi: {name}. Hãy chọn mục khác, hoặc xem lại ngày.",
    "This is not in use on the day of the record: {name}. Choose another, or check the day.",
)
NOT_FOUND = Label("không tìm thấy: {id}", "not found: {id}")
WAS_DELETED = Label("{name} (đã xóa)", "{name} (deleted)")
NAMED_TWICE = Label(
    "Có nhiều bản ghi giống vậy; hãy gõ đủ một tên: {names}.",
    "Several records are like that; type one of these names in full: {names}.",
)
NOT_YES_OR_NO = Label("Chọn Có hoặc Không.", "Choose Yes or No.")
UNREADABLE = Label("không đọc được", "unreadable")  # in place of a value of a wrong kind
NOT_PLAIN = Label("Không đọc được mục này.", "This cannot be read.")
NOT_A_CODE = Label("Mã tiêu chí không đúng.", "This is not the code of a criterion.")
MORE_THAN_WHOLE = Label(
    "“{part}” là {found}, không được lớn hơn “{whole}” ({most}).",
    "“{part}” is {found}; it must not be more than “{whole}” ({most}).",
)
ENDS_BEFORE_START = Label(
    "“{end}” không được trước “{start}” ({day}).",
    "“{end}” must not be before “{start}” ({day}).",
)
TOGETHER_TOO_MANY = Label(
    "Các phần cộng lại là {found}, nhiều hơn “{whole}” ({most}).",
    "The parts together are {found}, more than “{whole}” ({most}).",
)
DOES_NOT_BALANCE = Label(
    "“{result}” phải bằng {wanted}: {sum}.", "“{result}” must be {wanted}: {sum}."
)
NEEDED = Label(
    "Cần điền mục này khi “{when}” là “{option}”.",
    "Please fill this in when “{when}” is “{option}”.",
)
NO_CONSENT = Label(
    "Chưa có ngày ở mục “{consent}”: nếu chưa được đồng ý thì để trống mục này.",
    "There is no day under “{consent}”: without consent leave this empty.",
)
NO_KNOWN_COLUMN = Label(
    "Dòng đầu của tệp không có tên cột nào của bảng “{table}”.",
    "The first line of the file names no column of “{table}”.",
)

TEXTS: dict[str, Label] = {
    "record.end_it": Label(
        "Nếu đã thôi hoặc không còn: bấm Sửa, điền “{end}”, đừng xóa. "
        "Xóa thì các kỳ trước cũng không còn tính; chỉ xóa khi nhập nhầm.",
        "If it has ended: edit it and fill in “{end}”, do not delete it. "
        "What is deleted is no longer counted in earlier periods either; delete only mistakes.",
    ),
    "unreadable.title": Label("Mục không đọc được", "Fields that cannot be read"),
    "unreadable.lead": Label(
        "Một máy đã gửi cho các bản ghi này giá trị sai kiểu, ví dụ chữ ở chỗ của số. Mục đó hiện "
        "là “không đọc được” và không tính vào số liệu nào; các mục khác vẫn đúng. Hãy mở bản ghi, "
        "bấm Sửa và điền lại mục đó.",
        "A machine sent a value of the wrong kind for these records, such as text for a number. "
        "It is shown as “unreadable” and counted in no figure; all other fields are right. Open "
        "the record, edit it and fill in that field again.",
    ),
    "flag.yes": Label("Có", "Yes"),
    "flag.no": Label("Không", "No"),
    "form.choose": Label("— Chọn —", "— Choose —"),
    "form.required": Label("bắt buộc", "required"),
    "form.required_hint": Label(
        "Mục có dấu * là bắt buộc. Chưa biết thì để trống; số 0 nghĩa là đã đếm và không có.",
        "Fields with * are required. Leave empty what is not known; 0 means counted and none.",
    ),
    "form.day": Label("ngày/tháng/năm", "dd/mm/yyyy"),
    "form.not_yours": Label("{owner} điền mục này.", "Filled in by: {owner}."),
    "form.name": Label("gõ tên để tìm", "type a name to search"),
    "form.to_mend": Label("Chưa lưu được: cần sửa {count} mục", "Not saved: {count} to mend"),
    "form.kept": Label(
        "Những gì đã gõ vẫn còn nguyên. Sửa các mục dưới đây rồi bấm lưu lại.",
        "All that you typed is still here. Mend these, then save again.",
    ),
    "form.general": Label("Thông tin chung", "General"),
    "list.empty": Label("Chưa có gì ở đây.", "There is nothing here yet."),
    "list.caption": Label("Danh sách", "List"),
    "list.deeds": Label("Thao tác", "Actions"),
    "list.choose": Label("Chọn", "Choose"),
    "shelf.find": Label("Tìm sổ: gõ tên, không cần dấu", "Find a register by its name"),
    "shelf.go": Label("Tìm", "Search"),
    "shelf.all": Label("Tất cả các sổ", "All registers"),
    "shelf.groups": Label("Các nhóm sổ", "Groups of registers"),
    "shelf.new": Label("Thêm", "Add"),
    "shelf.none": Label("Không có sổ nào tên như vậy.", "No register is called so."),
    "pager.label": Label("Các trang", "Pages"),
    "pager.of": Label("{first}–{last} trong {total}", "{first}–{last} of {total}"),
    "pager.earlier": Label("‹ Trang trước", "‹ Previous page"),
    "pager.later": Label("Trang sau ›", "Next page ›"),
    "layout.skip": Label("Đến nội dung chính", "Skip to the content"),
    "layout.menu": Label("Mục lục", "Menu"),
    "layout.language": Label("Ngôn ngữ", "Language"),
    "layout.product": Label(
        "Khuyến Học – sổ ghi của trung tâm học tập cộng đồng",
        "Khuyến Học – records of community learning centres",
    ),
}

for _part in (export, importing, questions, references):
    TEXTS |= _part.TEXTS


def say(key: str, lang: str, **values: object) -> str:
    """The text of that name in ``lang``."""
    return TEXTS[key].filled(**values).say(lang)
