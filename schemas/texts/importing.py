"""What the pages say on which people bring in a table, in both languages."""

from __future__ import annotations

from ..formatting.label import Label

RECORD_ID = Label("Mã bản ghi", "Record id")
CENTRES = (  # what a column is called that says whose the rows are
    Label("Trung tâm", "Centre"),
    Label("Trung tâm học tập cộng đồng", "Community learning centre"),
    Label("TTHTCĐ", "Learning centre"),
    Label("Mã xã", "Commune code"),
    Label("Xã", "Commune"),
    Label("Mã đơn vị", "Unit code"),
)
TEXTS: dict[str, Label] = {
    "intake.lists": Label("Danh mục", "Choices"),
    "intake.title": Label("{table}: nhập từ tệp", "{table}: bring in a file"),
    "intake.open": Label("Nhập từ tệp", "Bring in a file"),
    "intake.file": Label(
        "Tệp Excel (.xlsx, .xls, .xlsb), OpenDocument (.ods) hoặc CSV",
        "An Excel (.xlsx, .xls, .xlsb), OpenDocument (.ods) or CSV file",
    ),
    "intake.file_help": Label(
        "Dòng đầu là tên cột, tiếng Việt hoặc tiếng Anh. Tệp chữ cũ (TCVN3, VNI) cũng đọc "
        "được. Chưa có gì được ghi cho đến khi bạn xem và xác nhận.",
        "The first line names the columns, in Vietnamese or English. Files in old fonts (TCVN3, "
        "VNI) are read, too. Nothing is written until you have looked and confirmed.",
    ),
    "intake.lead": Label(
        "Đưa vào một sổ đã có trong Excel hoặc CSV. Cũng dùng được tệp đã tải từ danh sách: sửa "
        "trong Excel rồi nhập lại, dòng nào đổi thì bản ghi đó được sửa.",
        "Bring in a register that is kept in Excel or CSV. A file that was downloaded from the "
        "list can be changed in Excel and brought back: the rows that differ change their records.",
    ),
    "intake.lead_answers": Label(
        "Trung tâm ghi, cấp trên trả lời: tệp chỉ điền phần của bạn vào những bản ghi đã có, không "
        "thêm bản mới. Cách dễ nhất: tải danh sách về, điền trong Excel rồi nhập lại.",
        "Kept below and answered from above: a file fills in your part of records that are there, "
        "and adds none. The easiest way: download the list, fill it in with Excel, bring it back.",
    ),
    "intake.none_earlier": Label(
        "Bạn chưa nhập tệp nào vào sổ này. Chưa có tệp? Tải bảng mẫu, điền rồi chọn ở trên.",
        "You have brought in no file yet. No file at hand? Download the empty table, fill it in "
        "and choose it above.",
    ),
    "intake.looking": Label(
        "Đang xem tệp: {done} / {total} dòng", "Looking at the file: row {done} of {total}"
    ),
    "intake.failed": Label(
        "Không xem được tệp này vì chương trình có lỗi. Chưa có gì được ghi. Hãy bỏ tệp, chọn lại; "
        "nếu vẫn vậy, báo quản trị của tỉnh xem nhật ký máy chủ.",
        "This file could not be gone through: an error of the program. Nothing was written. "
        "Discard it and choose it again; if that does not help, tell the province's administrator, "
        "who finds it in the log of the server.",
    ),
    "intake.look_again": Label("Xem lại trang này", "See this page again"),
    "intake.centre": Label("Các dòng là của trung tâm nào", "Whose the rows are"),
    "intake.centre_column": Label(
        "— Theo cột trung tâm trong tệp —", "— As the column of the file says —"
    ),
    "intake.read": Label("Đọc tệp", "Read the file"),
    "intake.blank": Label("Tải bảng mẫu (Excel)", "Download an empty table (Excel)"),
    "intake.none": Label("Hãy chọn một tệp.", "Please choose a file."),
    "intake.locked": Label(
        "Tệp này có mật khẩu nên không đọc được. Hãy mở bằng Excel, vào Tệp → Thông tin → Bảo vệ "
        "sổ làm việc, bỏ mật khẩu mở tệp, lưu lại rồi chọn lại. Chưa có gì được ghi.",
        "This file is locked with a password. Open it with Excel, take the password off under "
        "File – Info – Protect Workbook, save it and choose it again. Nothing was written.",
    ),
    "intake.html": Label(
        "Đây là một trang web, dù tên tệp có thể là .xls. Hãy mở bằng Excel, chọn Lưu thành «Sổ "
        "làm việc Excel (.xlsx)», rồi chọn tệp đó. Chưa có gì được ghi.",
        "This is a web page, though it may be named .xls. Open it with Excel, save it as “Excel "
        "Workbook (.xlsx)” and choose that. Nothing was written.",
    ),
    "intake.xml": Label(
        "Đây là tệp XML (như bảng tính XML 2003), dù tên tệp có thể là .xls. Hãy mở bằng Excel, "
        "chọn Lưu thành «Sổ làm việc Excel (.xlsx)», rồi chọn tệp đó. Chưa có gì được ghi.",
        "This is an XML file (such as an XML Spreadsheet of 2003), though it may be named .xls. "
        "Open it with Excel, save it as “Excel Workbook (.xlsx)” and choose that. Nothing was "
        "written.",
    ),
    "intake.pdf": Label(
        "Đây là tệp PDF, không phải bảng tính. Hãy xin tệp Excel gốc, hoặc chép bảng vào Excel, "
        "lưu thành .xlsx rồi chọn tệp đó. Chưa có gì được ghi.",
        "This is a PDF, no spreadsheet. Ask for the Excel file that it was made from, or copy the "
        "table into Excel, save it as .xlsx and choose that. Nothing was written.",
    ),
    "intake.picture": Label(
        "Đây là một bức ảnh, không phải bảng tính. Hãy gõ bảng vào Excel, lưu thành .xlsx rồi chọn "
        "tệp đó. Chưa có gì được ghi.",
        "This is a picture, no spreadsheet. Type the table into Excel, save it as .xlsx and choose "
        "that. Nothing was written.",
    ),
    "intake.document": Label(
        "Đây là tệp văn bản (như Word) hoặc trình chiếu, không phải bảng tính. Nếu trong đó có "
        "bảng, hãy chép bảng sang Excel, lưu thành .xlsx rồi chọn tệp đó. Chưa có gì được ghi.",
        "This is a document (such as Word's) or a presentation, no spreadsheet. If it holds a "
        "table, copy that into Excel, save it as .xlsx and choose it. Nothing was written.",
    ),
    "intake.archive": Label(
        "Đây là tệp nén (ZIP, RAR…), không phải bảng tính. Hãy giải nén rồi chọn tệp Excel hoặc "
        "CSV bên trong. Chưa có gì được ghi.",
        "This is an archive (ZIP, RAR…), no spreadsheet. Unpack it and choose the Excel or CSV "
        "file in it. Nothing was written.",
    ),
    "intake.lock_file": Label(
        "Đây là tệp tạm mà Excel để cạnh một tệp đang mở (tên bắt đầu bằng ~$). Hãy đóng Excel rồi "
        "chọn đúng tệp cần nhập. Chưa có gì được ghi.",
        "This is what Excel leaves beside a file that is open (its name begins with ~$). Close "
        "Excel and choose the file itself. Nothing was written.",
    ),
    "intake.damaged": Label(
        "Không đọc được tệp này: nó bị hỏng hoặc không phải bảng. Hãy mở bằng Excel, lưu lại "
        "rồi chọn lại. Chưa có gì được ghi.",
        "This file cannot be read: it is damaged or no table. Open it with Excel, save it "
        "again and choose that. Nothing was written.",
    ),
    "intake.empty": Label(
        "Tệp này không có dòng nào. Chưa có gì được ghi.",
        "There is nothing in this file. Nothing was written.",
    ),
    "intake.large": Label(
        "Tệp này lớn quá: nhiều nhất {most} dòng, {cells} ô. Hãy chia thành nhiều tệp. Chưa có gì "
        "được ghi.",
        "This file is too large: at most {most} rows and {cells} cells. Please divide it. Nothing "
        "was written.",
    ),
    "intake.hidden_rows": Label(
        "Tệp có {count} dòng đang bị ẩn (do lọc hoặc ẩn tay). Các dòng đó vẫn được đọc và nằm "
        "trong bảng dưới đây.",
        "{count} {count:row|rows} of the file {count:is|are} hidden, by a filter or by hand. "
        "{count:It is|They are} read all the same, and shown below.",
    ),
    "intake.gone": Label(
        "Tệp này không còn trên máy nữa. Hãy chọn lại tệp. Chưa có gì được ghi.",
        "This file is no longer here. Please choose it again. Nothing was written.",
    ),
    "intake.columns": Label("Cột nào là gì", "Which column is what"),
    "intake.columns_help": Label(
        "Chương trình đã đoán theo tên cột. Sửa lại nếu chưa đúng rồi bấm «Đọc lại».",
        "Guessed by the names of the columns. Correct what is wrong and press “Read again”.",
    ),
    "intake.heading_row": Label("Tên cột ở dòng", "The names of the columns are in row"),
    "intake.again": Label("Đọc lại", "Read again"),
    "intake.leave_out": Label("— Bỏ qua —", "— Leave out —"),
    "intake.column": Label("Cột {number}", "Column {number}"),
    "intake.example": Label("Ví dụ", "For example"),
    "intake.means": Label("Là mục", "Is the field"),
    "intake.rows": Label("Xem trước", "Preview"),
    "intake.new": Label("Thêm mới", "New"),
    "intake.changed": Label("Sửa bản đã có", "Changes a record"),
    "intake.same": Label("Đã có, không đổi", "There already"),
    "intake.wrong": Label("Có lỗi, không nhập", "Wrong, left out"),
    "intake.before": Label("Đang là: {text}", "Now: {text}"),
    "intake.twin": Label("Có thể trùng", "Perhaps twice"),
    "intake.twin_of": Label("Giống bản đã có:", "Looks like:"),
    "intake.twin_row": Label("Giống hệt dòng {number}", "The same as row {number}"),
    "intake.row": Label("Dòng", "Row"),
    "intake.outcome": Label("Sẽ thế nào", "What happens"),
    "intake.all": Label("Tất cả: {count}", "All: {count}"),
    "intake.only": Label("{label}: {count}", "{label}: {count}"),
    "intake.twins_in": Label(
        "Nhập cả {count} dòng có thể trùng",
        "Bring in the {count} {count:row|rows} that may be there twice",
    ),
    "intake.confirm": Label("Nhập {count} dòng", "Bring in {count} {count:row|rows}"),
    "intake.confirm_some": Label(
        "Nhập {count} dòng (và các dòng trùng nếu đã chọn)",
        "Bring in {count} {count:row|rows} (and those perhaps twice, if ticked)",
    ),
    "intake.confirm_twins": Label(
        "Nhập các dòng trùng, nếu đã chọn", "Bring in those perhaps twice, if ticked"
    ),
    "intake.none_chosen": Label(
        "Chưa chọn dòng nào để nhập, nên chưa ghi gì.",
        "No row was chosen, so nothing was written.",
    ),
    "intake.nothing": Label(
        "Không có dòng nào để nhập. Hãy xem lại tên cột ở trên.",
        "There is no row to bring in. Look at the columns above again.",
    ),
    "intake.discard": Label("Bỏ, không nhập", "Discard"),
    "intake.discarded": Label(
        "Đã bỏ tệp, không ghi gì.", "The file was discarded; nothing was written."
    ),
    "intake.why": Label("Lỗi", "What is wrong"),
    "intake.running": Label("Đang nhập: {done} / {total} dòng", "Bringing in: {done} of {total}"),
    "intake.undoing": Label("Đang hoàn tác…", "Taking back…"),
    "intake.running_help": Label(
        "Trang này tự cập nhật. Có thể làm việc khác trong lúc chờ.",
        "This page renews itself. You can do other work meanwhile.",
    ),
    "intake.stopped": Label(
        "Việc nhập dừng giữa chừng ở dòng {done}. Những dòng trước đó đã được lưu. "
        "Bấm «Làm tiếp» để nhập phần còn lại.",
        "It stopped half-way at row {done}. The rows before it are saved. Press “Go on” for "
        "the rest.",
    ),
    "intake.go_on": Label("Làm tiếp", "Go on"),
    "intake.done": Label(
        "Đã nhập {count} dòng từ «{name}».",
        "{count} {count:row|rows} of “{name}” {count:was|were} brought in.",
    ),
    "intake.undo": Label("Hoàn tác cả lần nhập này", "Take all of it back"),
    "intake.undo_help": Label(
        "Nếu hoàn tác: bản ghi do lần nhập tạo ra sẽ bị xóa, bản ghi đã sửa trở lại như trước. Bản "
        "ghi nào có người sửa sau đó thì giữ nguyên.",
        "If you take it back: records that it made are deleted, records that it changed are as "
        "before. Those that somebody has changed since stay as they are.",
    ),
    "intake.undo_reverses": Label(
        "Sổ này chỉ ghi thêm, nên hoàn tác không xóa gì: mỗi dòng đã nhập được ghi thêm một bút "
        "toán đảo cùng ngày, tổng số trở lại như trước. Dòng nào đã đảo rồi thì thôi.",
        "This register is only added to, so taking it back deletes nothing: for every row brought "
        "in a reversal of the same day is entered, and all totals are as before. Rows that were "
        "reversed already are left alone.",
    ),
    "intake.undo_none": Label(
        "Sổ này chỉ ghi thêm, không xóa, không sửa, nên không hoàn tác cả lần nhập được. Dòng nào "
        "sai thì ghi thêm một dòng điều chỉnh.",
        "This register is only added to: nothing is deleted or changed, so the intake cannot be "
        "taken back. Where a row was wrong, write a further entry that corrects it.",
    ),
    "intake.passed": Label(
        "{count} dòng không ghi vì bản ghi đã có người sửa sau lúc bạn xem. Hãy nhập lại tệp để "
        "xem các dòng đó.",
        "{count} {count:row was|rows were} not written: somebody had changed the record after you "
        "looked. Bring in the file again to see.",
    ),
    "intake.undone": Label(
        "Đã hoàn tác lần nhập «{name}».", "The intake of “{name}” was taken back."
    ),
    "intake.kept": Label(
        "{count} bản ghi đã có người sửa hoặc đảo sau đó nên được giữ nguyên.",
        "{count} {count:record|records} had been changed or reversed since, and "
        "{count:stays|stay}.",
    ),
    "intake.earlier": Label("Các lần nhập trước", "Earlier intakes"),
    "intake.draft": Label("Chờ xem và xác nhận", "Waits to be confirmed"),
    "intake.state_running": Label("Đang nhập", "Under way"),
    "intake.state_done": Label("Đã nhập {count} dòng", "{count} {count:row|rows} brought in"),
    "intake.state_undoing": Label("Đang hoàn tác", "Being taken back"),
    "intake.state_undone": Label("Đã hoàn tác", "Taken back"),
    "intake.to_list": Label("Xem danh sách", "Go to the list"),
}
