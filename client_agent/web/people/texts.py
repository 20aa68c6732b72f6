"""Sentences of the pages about the people at this computer, and of what they did there."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "people.manage": Label("Sửa, đặt PIN, cho nghỉ", "Change, PIN, retire"),
    "people.formerly": Label("trước đây: {names}", "formerly: {names}"),
    "people.now_called": Label("{name} (nay là {now})", "{name} (now {now})"),
    "people.retired": Label("Đã nghỉ", "Retired"),
    "people.retired_on": Label("nghỉ từ {moment}", "since {moment}"),
    "people.no_longer": Label(
        "Tên này đã được cho nghỉ nên không dùng máy này được nữa. Những gì đã lưu vẫn còn nguyên. "
        "Nếu nhầm, hãy nhờ cán bộ khác cho trở lại.",
        "This name was retired and can use this computer no more. What was saved is still here. If "
        "that is a mistake, ask another member of staff to bring it back.",
    ),
    "people.own_pin": Label("Mã PIN của bạn, để xác nhận", "Your own PIN, to confirm"),
    "people.pin": Label("Đặt mã PIN mới", "Set a new PIN"),
    "people.pin_own_help": Label(
        "Nhập mã PIN đang dùng của bạn để xác nhận.", "Type the PIN that you have now to confirm."
    ),
    "people.pin_help": Label(
        "Khi {name} quên mã PIN. Hãy để {name} tự nhập mã mới; còn bạn xác nhận bằng mã của mình.",
        "If {name} forgot the PIN. Let {name} type the new one; you confirm with your own.",
    ),
    "people.new_pin": Label("Mã PIN mới (4 đến 12 chữ số)", "New PIN (4 to 12 digits)"),
    "people.new_pin_again": Label("Nhập lại mã PIN mới", "The new PIN again"),
    "people.rename": Label("Sửa họ tên", "Change the name"),
    "people.rename_help": Label(
        "Những gì đã lưu vẫn ghi tên cũ; bên cạnh có tên mới. Bản nháp đi theo tên mới.",
        "What was saved keeps the old name, with the new one beside it. Drafts go with the new "
        "name.",
    ),
    "people.new_name": Label("Họ và tên mới", "New full name"),
    "people.retire": Label("Cho nghỉ", "Retire"),
    "people.retire_help": Label(
        "{name} không đăng nhập vào máy này được nữa. Mọi bản ghi vẫn còn và vẫn ghi tên {name}. "
        "Có thể cho trở lại bất cứ lúc nào.",
        "{name} can no longer log in to this computer. All records stay, under the name of {name}. "
        "This can be undone at any time.",
    ),
    "people.bring_back": Label("Cho trở lại", "Bring back"),
    "people.bring_back_help": Label(
        "{name} lại đăng nhập được bằng mã PIN cũ. Nếu đã quên mã, hãy đặt mã PIN mới.",
        "{name} can log in again with the old PIN. If it is forgotten, set a new one.",
    ),
    "people.did_pin": Label("{name} đã có mã PIN mới.", "{name} has a new PIN."),
    "people.did_renamed": Label("Từ nay ghi tên {name}.", "The name is {name} from now on."),
    "people.did_retired": Label(
        "Đã cho {name} nghỉ; các bản ghi vẫn còn.", "{name} was retired; the records stay."
    ),
    "people.did_brought_back": Label("{name} lại đăng nhập được.", "{name} can log in again."),
    "forgotten.way": Label(
        "Không còn ai đặt lại giúp được? Dùng bốn từ của tỉnh",
        "Nobody here can help? Use four words from the province",
    ),
    "forgotten.title": Label(
        "Đặt mã PIN mới bằng bốn từ của tỉnh", "A new PIN with the province's four words"
    ),
    "forgotten.lead": Label(
        "Gọi cho tỉnh và xin mã ghi danh (bốn từ) cho trung tâm. Máy cần có mạng. Máy được ghi "
        "danh lại; mọi dữ liệu vẫn còn, kể cả những gì chưa gửi.",
        "Call the province and ask for an enrolment code (four words) for the centre. A network is "
        "needed. The computer is enrolled again; all work stays, also what was not sent yet.",
    ),
    "forgotten.words": Label("Bốn từ tỉnh đọc cho bạn", "The four words of the province"),
    "forgotten.no_words": Label("Hãy nhập bốn từ của tỉnh.", "Please enter the four words."),
    "forgotten.not_enrolled": Label(
        "Máy này chưa được ghi danh với tỉnh nên chưa dùng cách này được. Không có gì thay đổi.",
        "This computer is not enrolled with the province, so this does not help. Nothing changed.",
    ),
    "forgotten.province": Label("Tỉnh", "The province"),
    "audit.title": Label("Việc đã làm trên máy này", "What was done on this computer"),
    "audit.lead": Label(
        "Ai đã thêm, đổi, cho nghỉ ai; đặt mã PIN cho ai; chọn nơi giữ bản sao; khôi phục dữ liệu.",
        "Who added, changed or retired whom; set a PIN for whom; chose where copies go; restored.",
    ),
    "audit.none": Label("Chưa có gì.", "Nothing yet."),
    "audit.added": Label("thêm cán bộ: {about}", "added: {about}"),
    "audit.pin": Label("đặt mã PIN mới cho: {about}", "set a new PIN for: {about}"),
    "audit.renamed": Label("sửa họ tên: {about}", "changed a name: {about}"),
    "audit.retired": Label("cho nghỉ: {about}", "retired: {about}"),
    "audit.place": Label("chọn nơi giữ bản sao: {about}", "chose where copies go: {about}"),
    "audit.no_place": Label("thôi dùng nơi giữ bản sao: {about}", "stopped copies to: {about}"),
    "audit.restore_asked": Label(
        "yêu cầu khôi phục từ bản sao lúc {about}", "asked to go back to the copy of {about}"
    ),
    "audit.restored": Label(
        "dữ liệu đã trở lại bản sao lúc {about}", "the work is back at the copy of {about}"
    ),
    "audit.brought_back": Label("cho trở lại: {about}", "brought back: {about}"),
}
