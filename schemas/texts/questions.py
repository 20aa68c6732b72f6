"""The questions about an imported table and the notes about its rows, in both languages."""

from __future__ import annotations

from ..formatting.label import Label

LOST_ZERO = Label(
    "Số này có thể đã mất số 0 ở đầu (Excel hay bỏ đi).",
    "This may have lost the zero in front (a spreadsheet often drops it).",
)
TOO_SHORT = Label(
    "Chữ số dài bị Excel viết tắt, không còn đủ số.",
    "The spreadsheet shortened long digits; not all of them are here.",
)
NOT_SURE = Label("Chưa chắc ô này nghĩa là gì.", "It is not certain what this cell means.")
WHICH_ORDER = Label(
    "Chưa rõ ngày đứng trước hay tháng đứng trước.",
    "It is not clear whether the day or the month comes first.",
)
WHICH_MARK = Label(
    "Chưa rõ dấu này ngăn hàng nghìn hay phần thập phân.",
    "It is not clear whether this mark separates thousands or decimals.",
)
WHICH_SCALE = Label(
    "Chưa rõ số tiền tính bằng đồng, nghìn đồng hay triệu đồng.",
    "It is not clear whether this is in đồng, thousands or millions.",
)
WHICH_YEAR = Label("Ngày này chưa có năm.", "This day has no year.")
FAR_YEAR = Label("Năm {year} – đúng không?", "The year {year} – is it right?")
OF_ANOTHER = Label(
    "Dòng này của «{centre}», không phải của trung tâm này, nên không nhập.",
    "This row is of “{centre}”, not of this centre, so it stays out.",
)
STRANGE_ID = Label(
    "Dòng này mang mã của một bản ghi không có ở trung tâm này, nên không nhập.",
    "This row bears the id of a record that this centre does not have, so it stays out.",
)
A_TOTAL = Label("Dòng cộng, không nhập.", "A row of totals; left out.")
A_NUMBERING = Label("Dòng đánh số cột, không nhập.", "It numbers the columns; left out.")
A_FOOT = Label(
    "Dòng dưới dòng cộng (ngày, người ký), không nhập.",
    "A line below the totals (the day, who signs); left out.",
)
A_HEADING = Label("Dòng tên cột nhắc lại, không nhập.", "The headings once more; left out.")
A_SECTION = Label(
    "Dòng tên phần (quý, tháng…), không nhập.",
    "It names a part of the register (a quarter, a month…); left out.",
)
OTHER_TABLE = Label(
    "Từ dòng {row} là một bảng khác, tên cột khác bảng trên, nên chưa nhập. Hãy chép bảng đó sang "
    "trang hoặc tệp riêng rồi nhập.",
    "From row {row} on there is another table with other headings, so this row stays out. Copy "
    "that table to a sheet or file of its own and bring that in.",
)
SKIPPED = Label("Bạn đã chọn bỏ dòng này.", "You chose to leave this row out.")

TEXTS: dict[str, Label] = {
    "intake.asked": Label("Cần trả lời", "To be answered"),
    "intake.elsewhere": Label("Của nơi khác", "Of another centre"),
    "intake.left": Label("Để ngoài", "Left out"),
    "intake.questions": Label(
        "{count} câu hỏi trước khi nhập", "{count} {count:question|questions} first"
    ),
    "intake.questions_help": Label(
        "Mỗi câu chỉ hỏi một lần cho cả tệp. Câu trả lời về tên mục, tên cột, đơn vị, cách viết "
        "ngày được nhớ cho tệp sau. Chưa trả lời thì các dòng đó để ngoài.",
        "Each is asked once for the whole file. What names, columns, units and the order of days "
        "mean is remembered for the next one. Rows whose question is not answered stay out.",
    ),
    "intake.answer_all": Label("Áp dụng các câu trả lời", "Apply the answers"),
    "intake.more_questions": Label(
        "Còn {count} câu hỏi nữa, hiện ra sau khi trả lời các câu này.",
        "{count} more {count:question follows|questions follow} once these are answered.",
    ),
    "intake.not_answered": Label("— Chưa trả lời —", "— Not answered —"),
    "intake.leave_empty": Label("Để trống ô này", "Leave the cell empty"),
    "intake.skip_rows": Label("Bỏ các dòng này", "Leave these rows out"),
    "intake.type_it": Label("Hoặc gõ cho đúng", "Or type what is right"),
    "intake.in_rows": Label(
        "{count} dòng, ví dụ dòng {example}", "{count} {count:row|rows}, for example row {example}"
    ),
    "intake.ask_value": Label(
        "«{typed}» ở cột «{column}» là gì?", "What is “{typed}” in the column “{column}”?"
    ),
    "intake.ask_heading": Label(
        "Cột «{typed}» là mục nào?", "Which field is the column “{typed}”?"
    ),
    "intake.ask_order": Label(
        "Ở cột «{column}», «{typed}» là ngày nào?",
        "In the column “{column}”, what day is “{typed}”?",
    ),
    "intake.ask_mark": Label(
        "Ở cột «{column}», «{typed}» là bao nhiêu?",
        "In the column “{column}”, how much is “{typed}”?",
    ),
    "intake.ask_scale": Label(
        "Cột «{column}» tính bằng gì? «{typed}» là bao nhiêu?",
        "What is the column “{column}” counted in? How much is “{typed}”?",
    ),
    "intake.ask_year": Label(
        "Ở cột «{column}» có ngày không ghi năm («{typed}»). Là năm nào?",
        "In the column “{column}” some days have no year (“{typed}”). Which year is it?",
    ),
    "intake.ask_fill": Label(
        "Tệp không có cột «{column}». Mọi dòng là gì?",
        "The file has no column “{column}”. What is it in all rows?",
    ),
    "intake.ask_strangers": Label(
        "{count} dòng mang mã của bản ghi không có ở trung tâm này. Của nơi khác, hay là bản mới?",
        "{count} {count:row bears|rows bear} ids of records that are not here. Are they of another "
        "centre, or new?",
    ),
    "intake.strangers_new": Label("Là bản mới của trung tâm này", "New records of this centre"),
    "intake.strangers_out": Label("Của nơi khác, để ngoài", "Of another centre; leave them out"),
    "intake.day_first": Label("{day} (ngày trước, tháng sau)", "{day} (day first)"),
    "intake.month_first": Label("{day} (tháng trước, ngày sau)", "{day} (month first)"),
    "intake.in_dong": Label("đồng: {amount}", "đồng: {amount}"),
    "intake.in_thousands": Label("nghìn đồng: {amount}", "thousand đồng: {amount}"),
    "intake.in_millions": Label("triệu đồng: {amount}", "million đồng: {amount}"),
    "intake.leave_column": Label("Không dùng cột này", "Leave the column out"),
    "intake.as_typed": Label("{text} (đúng như vậy)", "{text} (just so)"),
    "intake.understood": Label("Hiểu là:", "Understood:"),
    "intake.readings": Label("Các cột được hiểu thế nào", "How the columns are understood"),
    "intake.reading_order": Label(
        "«{column}»: ngày hay tháng đứng trước", "“{column}”: whether day or month comes first"
    ),
    "intake.reading_mark": Label(
        "«{column}»: dấu chấm, dấu phẩy trong số", "“{column}”: the marks in numbers"
    ),
    "intake.reading_scale": Label("«{column}»: đơn vị tiền", "“{column}”: what it is counted in"),
    "intake.reading_year": Label(
        "«{column}»: năm của ngày không ghi năm", "“{column}”: the year of days without one"
    ),
    "intake.remembered": Label("Đã nhớ từ các tệp trước", "Remembered from earlier files"),
    "intake.remembered_help": Label(
        "Chương trình dùng những câu trả lời này cho mỗi tệp mới của sổ. Sai thì bấm «Quên».",
        "Used for each new file of this register. If one is wrong, press “Forget”.",
    ),
    "intake.forget": Label("Quên", "Forget"),
    "intake.forgotten": Label(
        "Đã quên; tệp này được xem lại và sẽ hỏi lại.",
        "Forgotten; this file is looked at again, and you are asked again.",
    ),
    "intake.remembers_value": Label(
        "{column}: «{typed}» là «{text}»", "{column}: “{typed}” is “{text}”"
    ),
    "intake.remembers_heading": Label(
        "Cột «{typed}» là «{text}»", "The column “{typed}” is “{text}”"
    ),
    "intake.remembers_order": Label("{column}: {text}", "{column}: {text}"),
    "intake.nothing_meant": Label("để trống", "empty"),
    "intake.row_out": Label("bỏ dòng", "row left out"),
    "intake.left_columns": Label(
        "Để ngoài {count} cột chưa biết là mục nào: {names}.",
        "{count} {count:column is|columns are} left out, not known to be any field: {names}.",
    ),
    "intake.likely_columns": Label("Hiểu theo tên cột: {names}.", "By their headings: {names}."),
    "intake.sheet_read": Label("Đọc trang {names}.", "Read: the sheet {names}."),
    "intake.sheets_read": Label("Đọc {count} trang: {names}.", "Read: {count} sheets, {names}."),
    "intake.sheets_left": Label("Để ngoài trang: {names}.", "Sheets left out: {names}."),
    "intake.sheets": Label("Đọc trang nào", "Which sheets to read"),
    "intake.left_rows": Label(
        "Để ngoài {count} dòng (dòng cộng, dòng đánh số, dòng bạn bỏ).",
        "{count} {count:row|rows} left out (totals, numbering, what you skipped).",
    ),
    "intake.elsewhere_rows": Label(
        "{count} dòng của trung tâm khác, không nhập vào đây.",
        "{count} {count:row is|rows are} of other centres and not brought in here.",
    ),
    "intake.own_rows": Label(
        "{count} dòng là bản ghi đã có của trung tâm này.",
        "{count} {count:row is a record|rows are records} that this centre has.",
    ),
    "intake.next_answer": Label(
        "Việc cần làm: trả lời {count} câu hỏi dưới đây.",
        "What to do: answer the {count} {count:question|questions} below.",
    ),
    "intake.next_mend": Label(
        "Việc cần làm: sửa {count} dòng lỗi trong bảng dưới đây, hoặc tải chúng về sửa sau.",
        "What to do: mend the {count} wrong {count:row|rows} in the table below, or download them "
        "to mend later.",
    ),
    "intake.next_confirm": Label(
        "Việc cần làm: xem bảng dưới đây; đúng thì bấm «Nhập».",
        "What to do: look at the table below; if it is right, bring it in.",
    ),
    "intake.next_columns": Label(
        "Việc cần làm: chọn cột nào là mục nào, hoặc dòng nào là tên cột.",
        "What to do: say which column is what, or in which row the headings are.",
    ),
    "intake.used": Label(
        "Dùng {count} câu trả lời đã nhớ từ tệp trước (xem cuối trang).",
        "{count} {count:answer|answers} remembered from earlier files {count:is|are} used (see the "
        "end of the page).",
    ),
    "intake.next_nothing": Label("Không có gì phải nhập.", "There is nothing to bring in."),
    "intake.nothing_yet": Label(
        "Không có dòng nào để nhập ngay; hãy trả lời hoặc sửa ở trên trước.",
        "No row can be brought in yet; answer or mend above first.",
    ),
    "intake.see_question": Label("Xem câu hỏi ở trên.", "See the question above."),
    "intake.edit": Label("Sửa", "Mend"),
    "intake.edit_row": Label("Sửa dòng {number}", "Mend row {number}"),
    "intake.save_row": Label("Ghi dòng này", "Keep this row"),
    "intake.skip_row": Label("Bỏ dòng này", "Leave the row out"),
    "intake.cancel": Label("Thôi", "Cancel"),
    "intake.answered": Label(
        "Đã áp dụng các câu trả lời. Bấm «Hoàn tác việc vừa làm» nếu chưa đúng.",
        "The answers are applied. Press “Undo the last step” if one was wrong.",
    ),
    "intake.take_back": Label("Hoàn tác việc vừa làm", "Undo the last step"),
    "intake.taken_back": Label("Đã hoàn tác bước vừa làm.", "The last step was undone."),
    "intake.wrong_xlsx": Label(
        "Tải các dòng chưa nhập được (Excel)", "Download the rows that stay out (Excel)"
    ),
    "intake.wrong_help": Label(
        "Sửa trong tệp đó rồi nhập lại; cột «Lỗi» được bỏ qua.",
        "Mend them in that file and bring it in again; the column “What is wrong” is ignored.",
    ),
}
