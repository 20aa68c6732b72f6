"""Sentences of commands that succeeded."""

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "enrol.done": Label(
        "Đã ghi danh cho {centre} ({unit}) tại {server}. Hãy đọc ba từ này cho tỉnh nghe để so "
        "lại: {check}. Tiếp theo, chạy: khuyenhoc-agent run",
        "Enrolled for {centre} ({unit}) at {server}. Read these three words to the province and "
        "compare: {check}. Next, run: khuyenhoc-agent run",
    ),
    "enrol.compare": Label(
        "Địa chỉ này dùng http: không có gì chứng minh đó là máy chủ của tỉnh. Hãy gọi cho tỉnh; "
        "ba từ đối chiếu của tỉnh phải là: {check}. Mã chưa được gửi. Đúng ba từ này thì gõ y.",
        "This address uses http: nothing proves that it is the province's server. Call the "
        "province; its three check words must be: {check}. The code was not sent yet. Are these "
        "the words?",
    ),
    "enrol.other_words": Label(
        "Máy chủ ở địa chỉ này có ba từ khác với ba từ đã gõ ({typed}): {check}.",
        "The check words of the server at this address are not the typed ones ({typed}): {check}.",
    ),
    "trust.done": Label(
        "Từ nay máy này tin thêm các chứng chỉ trong {file}. Chỉ dùng tệp do người phụ trách mạng "
        "của cơ quan đưa.",
        "This computer now also trusts the certificates in {file}. Use only a file that whoever "
        "runs the office's network gave you.",
    ),
    "trust.unfit": Label(
        "Không đọc được chứng chỉ nào trong {file}; tệp phải ở dạng PEM. Không có gì thay đổi. Hãy "
        "xin lại tệp của người phụ trách mạng.",
        "No certificate was found in {file}; it must be a PEM file. Nothing was changed. Ask "
        "whoever runs the network for the file again.",
    ),
    "trust.none": Label(
        "Từ nay máy này chỉ tin các chứng chỉ thông thường.",
        "This computer now trusts only the usual certificates.",
    ),
    "run.ready": Label(
        "Trang nhập liệu: {url}  (dữ liệu: {folder}). Nhấn Ctrl-C để tắt.",
        "The pages are at {url}  (the work: {folder}). Press Ctrl-C to stop.",
    ),
    "run.stopped": Label(
        "Đã tắt. Mọi thứ đã báo là đã lưu đều nằm trên máy này.",
        "Stopped. Everything that was shown as saved is on this computer.",
    ),
    "sync.done": Label(
        "Đã đồng bộ xong: gửi {sent}, nhận {received} thay đổi.",
        "Everything is synced: {sent} {sent:change|changes} sent, {received} received.",
    ),
    "sync.not_due": Label(
        "Chưa đến lượt đồng bộ; lần tới: {when}.",
        "It is not time to sync yet; the next attempt is at {when}.",
    ),
    "status.saved": Label("Đã lưu trên máy này: {count}", "Saved here: {count}"),
    "status.waiting": Label("Đang chờ gửi: {count}", "Waiting: {count}"),
    "status.on_stick": Label("Trên USB: {count}", "On the stick: {count}"),
    "status.confirmed": Label("Tỉnh đã nhận: {count}", "The province has: {count}"),
    "status.needs_you": Label("Cần bạn xem: {count}", "Needs you: {count}"),
    "status.attempts": Label(
        "Lần đồng bộ trước: {last}; lần tới: {next}",
        "Last sync: {last}; next: {next}",
    ),
    "status.never": Label("chưa có", "never"),
    "backup.done": Label(
        "Đã sao lưu ra {file} và kiểm tra lại. Hãy giữ một bản ở ngoài máy này.",
        "Copied to {file} and checked. Keep one copy away from this computer.",
    ),
    "staff.none": Label(
        "Chưa có ai. Người đầu tiên mở trang nhập liệu sẽ đặt tên và mã PIN, hoặc dùng lệnh staff "
        "add.",
        "Nobody yet. The first person who opens the page sets a name and a PIN; or use staff add.",
    ),
    "staff.added": Label("{name} có thể đăng nhập.", "{name} can log in."),
    "schedule.systemd": Label(
        "Tiếp theo, dùng tài khoản {owner} (chủ của thư mục dữ liệu; không cần quyền quản trị): "
        "chép hai tệp từ {out} vào ~/.config/systemd/user, rồi chạy: systemctl --user "
        "daemon-reload; systemctl --user enable --now khuyenhoc-agent-sync.timer; "
        "loginctl enable-linger",
        "Next, as {owner} (who owns the centre's folder; no administrator is needed): copy both "
        "files from {out} to ~/.config/systemd/user, then run: systemctl --user "
        "daemon-reload; systemctl --user enable --now khuyenhoc-agent-sync.timer; "
        "loginctl enable-linger",
    ),
    "schedule.windows": Label(
        "Tiếp theo, dùng tài khoản {owner} (không cần quyền quản trị), chạy: "
        'schtasks /create /tn KhuyenHoc /xml "{out}\\khuyenhoc-agent-sync.xml"',
        "Next, as {owner} (no administrator is needed), run: "
        'schtasks /create /tn KhuyenHoc /xml "{out}\\khuyenhoc-agent-sync.xml"',
    ),
}
