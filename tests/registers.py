"""A register as a centre keeps one in Excel: titles above, its own headings, words and units."""

import io
import re
from datetime import date
from html import unescape

from openpyxl import Workbook

from tests.schemas.importing.test_intake import HEADS as ACTIVITY_HEADS
from tests.schemas.importing.test_intake import ROW as ACTIVITY

TITLES = ("ỦY BAN NHÂN DÂN XÃ MƯỜNG BI", "SỔ THEO DÕI HOẠT ĐỘNG", "Năm 2012")
HEADS = ("STT", "Ngày", "Nội dung", "Lĩnh vực", "Hình thức", "Số lượt người", "Nữ", "Kinh phí")
ROWS = (
    ("5/3", "Kỹ thuật nuôi ong", "Khuyến nông", "Chuyên đề", 45, 20, "1.234"),
    ("12/3/2012", "Luật đất đai", "Pháp luật", "Chuyên đề", "60", 31, "1,234"),
    (41000, "Xóa mù chữ", "Xóa mù chữ, sau xóa mù chữ", "Lớp học", 25, 25, 500),
    ("20/5/2012", "Hội diễn", "Văn nghệ", "Văn nghệ", "120", "70", "2.500"),
    ("1/6", "Chăn nuôi gà", "Khuyến nông", "Lớp học", 33, 12, "900"),
    (date(2012, 7, 1), "Trồng cam", "Khuyến nông", "Chuyên đề", 40, 18, "1.250"),
    ("8/8", "Hòa giải", "Pháp luật", "Chuyên đề", 51, 30, "750"),
)
TOTAL = ("Cộng", None, None, None, None, 374, 206, "8.368")


def table(*rows):
    """A CSV file of activities."""
    return "\r\n".join(",".join(row) for row in (ACTIVITY_HEADS, *rows)).encode()


def many(count):
    return table(*([f"Lớp {n}", *ACTIVITY[1:]] for n in range(count)))


def register():
    """The file, with its titles merged over all columns."""
    book = Workbook()
    sheet = book.active
    for row, title in enumerate(TITLES, 1):
        sheet.append([title])
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(HEADS))
    sheet.append(HEADS)
    for number, row in enumerate(ROWS, 1):
        sheet.append([number, *row])
    sheet.append(TOTAL)
    return saved(book)


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


QUESTION = re.compile(r'<fieldset class="kh-question">(.*?)</fieldset>', re.DOTALL)
OPTION = re.compile(r'<option value="([^"]*)"( selected)?>(.*?)</option>')


def questions(text):
    """The questions on a page, each with what it is about and its options by their names."""
    found = []
    for each in QUESTION.findall(text):
        about = unescape(re.search(r'name="about-\d+" value="([^"]*)"', each)[1])
        options = {unescape(t): unescape(a) for a, _, t in OPTION.findall(each)}
        chosen = [unescape(a) for a, is_chosen, _ in OPTION.findall(each) if is_chosen]
        asked = unescape(re.search(r"<legend>(.*?)</legend>", each)[1])
        found.append((asked, about, options, chosen))
    return found


def filled_in(text, said):
    """The form of the questions as sent by a person who takes what is proposed.

    ``said`` has, for some word of a question, the name of the option that the person takes instead.
    """
    form = {}
    for place, (asked, about, options, chosen) in enumerate(questions(text)):
        form[f"about-{place}"] = about
        name = next((name for word, name in said.items() if word in asked), None)
        form[f"answer-{place}"] = options[name] if name else "".join(chosen)
    return form
