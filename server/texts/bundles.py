"""Sentences about files that centres sent on a stick, for the command and the page."""

from __future__ import annotations

from schemas.formatting.label import Label
from schemas.formatting.vietnamese import number

_AGAIN = Label(
    "Không có gì trong tệp được lấy vào; dữ liệu ở trung tâm vẫn an toàn.",
    "None of it was taken in; the work at the centre is safe.",
)


def _refused(vi: str, en: str) -> Label:
    return Label(f"{vi} {_AGAIN.vi}", f"{en} {_AGAIN.en}")


TEXTS: dict[str, Label] = {
    "bundle.progress": Label("Đang nhận", "Taking in"),
    "bundle.result": Label(
        "{name}: {centre} ({label}): {changes} thay đổi, {new} mới, {parked} để riêng chờ xem, "
        "{conflicts} mâu thuẫn; {clock}. Tệp trả lời: {answers}.",
        "{name}: {centre} ({label}): {changes} {changes:change|changes}, {new} new, {parked} "
        "parked, {conflicts} {conflicts:conflict|conflicts}; {clock}. The answer: {answers}.",
    ),
    "bundle.no_answer": Label("chưa có", "none"),
    "bundle.clock_good": Label("đồng hồ đúng", "its clock is right"),
    "bundle.clock_ahead": Label("đồng hồ nhanh {span}", "its clock is {span} ahead"),
    "bundle.clock_behind": Label("đồng hồ chậm {span}", "its clock is {span} behind"),
    "bundle.minutes": Label("{count} phút", "{count} {count:minute|minutes}"),
    "bundle.hours": Label("{count} giờ", "{count} {count:hour|hours}"),
    "bundle.days": Label("{count} ngày", "{count} {count:day|days}"),
    "bundle.refused": Label("{name}: {why}", "{name}: {why}"),
    "bundle.total": Label(
        "{files} tệp của trung tâm: {new} thay đổi mới; {failed} tệp chưa nhận được. Hãy chép các "
        "tệp trả lời về đúng USB của từng trung tâm.",
        "{files} {files:file|files} of centres: {new} new {new:change|changes}; {failed} could "
        "not be taken in. Carry each answer back on its centre's stick.",
    ),
    "bundle.none": Label(
        "Không thấy tệp nào của trung tâm (tên kết thúc bằng .khb) trong {places}. Chưa có gì "
        "thay đổi. Hãy xem lại USB và thư mục.",
        "There is no file of a centre (its name ends in .khb) in {places}. Nothing was changed. "
        "Check the stick and the folder.",
    ),
    "bundle.missing": Label(
        "Thiếu phần {missing} trong {parts} phần. Những phần đã có được nhận và an toàn. Hãy tìm "
        "phần còn thiếu rồi nhập lại tất cả các phần cùng lúc.",
        "Part {missing} of {parts} is missing. The other parts were taken in and are safe. Find "
        "the missing part, and import all parts together once more.",
    ),
    "bundle.held_up": Label(
        "{count} thay đổi chưa lấy vào được vì còn chờ những thay đổi trước đó; không có gì bị "
        "mất. Hãy nhập cả những tệp trước, hoặc để trung tâm xuất lại.",
        "{count} {count:change waits|changes wait} for earlier ones that were not taken in yet; "
        "nothing is lost. Import the earlier files too, or let the centre export again.",
    ),
    # -- why a file was not taken in ---------------------------------------------------------
    "bundle.fault.damaged": _refused(
        "Tệp hỏng, bị cắt, không phải tệp của trung tâm, hoặc gửi cho tỉnh khác. Hãy chép lại từ "
        "USB, hoặc để trung tâm xuất lại.",
        "The file is damaged, cut short, not from a centre, or meant for another province. "
        "Copy it again from the stick, or let the centre export it once more.",
    ),
    "bundle.fault.newer": _refused(
        "Tệp do phiên bản mới hơn tạo ra. Hãy nâng cấp máy chủ rồi nhập lại.",
        "A newer version made it. Upgrade the server, then import it again.",
    ),
    "bundle.fault.refused": _refused(
        "Máy gửi tệp này chưa ghi danh với tỉnh. Hãy cấp mã ghi danh cho máy.",
        "The machine that made it is not enrolled here. Give it a code to enrol with.",
    ),
    "bundle.fault.revoked": _refused(
        "Máy gửi tệp này đã được báo mất, nên tỉnh không nhận. Hãy gọi cho trung tâm.",
        "The machine that made it was reported lost, so it is not answered. Call the centre.",
    ),
    "bundle.fault.not_yours": _refused(
        "Tệp của một trung tâm ngoài địa bàn của bạn. Hãy chuyển cho huyện hoặc tỉnh phụ trách.",
        "It is from a centre outside your area. Pass it on to its district or the province.",
    ),
    "bundle.fault.answer_itself": Label(
        "Đây là tệp tỉnh trả lời cho trung tâm, không phải tệp gửi lên. Hãy mang về trung tâm.",
        "This is an answer from the province, on its way to a centre. Carry it there.",
    ),
    "bundle.fault.broken": Label(
        "USB bị rút hoặc lỗi khi đang đọc. Những gì đã lấy vào vẫn an toàn và không bị tính hai "
        "lần. Hãy cắm lại và nhập lại tệp này.",
        "The stick was pulled out or failed while it was read. What was taken in is safe and "
        "counts once. Plug it in and import this file again.",
    ),
    "bundle.fault.answer": Label(
        "Đã lấy vào, nhưng không ghi được tệp trả lời ({detail}): USB đầy, khóa ghi hoặc đã rút. "
        "Hãy nhập lại tệp này và chọn nơi khác để ghi trả lời.",
        "It was taken in, but the answer could not be written ({detail}): the stick is full, "
        "locked or gone. Import it again, with another place for the answer.",
    ),
    "bundle.fault.unreadable": _refused(
        "Không đọc được tệp ({detail}). Hãy cắm lại USB rồi thử lại.",
        "The file cannot be read ({detail}). Plug the stick in again, then try once more.",
    ),
    "bundle.fault.store": Label(
        "Máy chủ chưa dùng được cơ sở dữ liệu ({detail}). Những gì đã lấy vào vẫn an toàn. Hãy "
        "nhập lại tệp này sau ít phút.",
        "The server cannot use its database just now ({detail}). What was taken in is safe. "
        "Import this file again in some minutes.",
    ),
}


def clock(offset: int) -> Label:
    """What to say of a clock that is so many milliseconds ahead of ours."""
    minutes = round(abs(offset) / 60_000)
    if minutes < 2:
        return TEXTS["bundle.clock_good"]
    name = "bundle.clock_ahead" if offset > 0 else "bundle.clock_behind"
    return TEXTS[name].filled(span=span(minutes))


def span(minutes: int) -> Label:
    for name, length in (("days", 24 * 60), ("hours", 60)):
        if minutes >= 2 * length:
            return TEXTS[f"bundle.{name}"].filled(count=number(minutes // length))
    return TEXTS["bundle.minutes"].filled(count=minutes)
