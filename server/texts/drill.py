"""What ``khuyenhoc-server drill`` says: what came back, what would not, and what to do about it."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "drill.progress": Label("Đang tập dượt", "Rehearsing"),
    "drill.copy": Label(
        "Bản sao {path}, làm lúc {made} ({age} trước): đọc được và nguyên vẹn, có {count} thay "
        "đổi.",
        "The copy {path}, made at {made} ({age} ago), is sound; it has {count} "
        "{count:change|changes}.",
    ),
    "drill.no_copy": Label(
        "Không tìm thấy bản sao nào do lệnh “backup” làm; đã tập dượt với bản sao vừa làm xong. "
        "Nếu máy chủ mất hôm nay, chưa có gì để khôi phục: hãy sao lưu ra ổ đĩa khác mỗi ngày.",
        "No copy that “backup” made was found, so a new copy was tried. If the server were lost "
        "today there would be nothing to restore: make a copy on another disk every day.",
    ),
    "drill.unproved": Label(
        "{count} bản ghi trong bản sao không còn như lúc được lưu. Sau khi khôi phục, hãy chạy "
        "“rebuild”, và làm ngay bản sao mới.",
        "{count} {count:record in the copy is|records in the copy are} damaged. Run “rebuild” "
        "after a restore, and make another copy now.",
    ),
    "drill.beyond": Label(
        "Máy chủ đang giữ {beyond} thay đổi mà bản sao không có. Nếu ổ đĩa của các trung tâm cũng "
        "mất cùng lúc, tất cả số đó sẽ mất.",
        "The server has {beyond} {beyond:change|changes} that the copy lacks. If the centres’ "
        "disks were lost at the same time, all of them would be lost.",
    ),
    "drill.back": Label(
        "{back} thay đổi trở lại từ máy của {areas} trung tâm:",
        "{back} {back:change comes|changes come} back from the machines of {areas} "
        "{areas:centre|centres}:",
    ),
    "drill.area": Label(
        "  {name}: {sent} thay đổi – {verdict}",
        "  {name}: {sent} {sent:change|changes} – {verdict}",
    ),
    "drill.more": Label("  và {count} trung tâm khác", "  and {count} {count:centre|centres} more"),
    "drill.equal": Label("hai bên giống hệt nhau", "both hold the same"),
    "drill.judged_again": Label(
        "đủ nội dung; mâu thuẫn và thông báo được lập lại",
        "all content is there; conflicts and notices were opened again",
    ),
    "drill.less": Label("chưa đủ, xem dưới đây", "not all of it, see below"),
    "drill.lost": Label(
        "{count} bản ghi ở {places} có phần do chính tỉnh viết sau khi sao lưu: phần đó sẽ mất và "
        "phải nhập lại. Sao lưu thường xuyên hơn thì mất ít hơn.",
        "{count} {count:record|records} in {places} {count:has|have} changes that the province "
        "itself made since the copy. They would be lost and must be entered again. With more "
        "frequent copies it would be less.",
    ),
    "drill.away": Label(
        "{count} bản ghi ở {places} có phần của những máy không tự gửi lại. Máy ghi danh sau khi "
        "sao lưu sẽ gửi lại sau khi được ghi danh lại; của máy đã ngừng hay đã mất thì chỉ còn "
        "trên ổ đĩa của máy đó. Hãy sao lưu ngay sau khi ghi danh máy mới.",
        "{count} {count:record|records} in {places} {count:has|have} work of machines that will "
        "not send it by themselves. Machines that were enrolled since the copy send it once they "
        "are enrolled again; the work of machines that were retired or lost is only on their "
        "disks. Make a copy soon after you enrol a machine.",
    ),
    "drill.wrong": Label(
        "{count} bản ghi ở {places} không trở lại mà không rõ vì sao. Đây là lỗi: hãy giữ bản sao "
        "này và báo cho người viết phần mềm.",
        "{count} {count:record|records} in {places} did not come back, and nothing explains it. "
        "That is a defect: keep this copy and tell the developers.",
    ),
    "drill.again.centres": Label(
        "Phải lập lại các trung tâm: {names}.", "These centres must be founded again: {names}."
    ),
    "drill.again.users": Label(
        "Phải tạo hoặc sửa lại các tài khoản: {names}.",
        "These accounts must be made or changed again: {names}.",
    ),
    "drill.again.machines": Label(
        "Phải ghi danh lại các máy: {names}.", "These machines must be enrolled again: {names}."
    ),
    "drill.again.ended": Label(
        "Phải báo ngừng hoặc báo mất lại các máy: {names}.",
        "These machines must be retired or reported lost again: {names}.",
    ),
    "drill.followed": Label(
        "Đã tập thay khóa của tỉnh trên máy chủ khôi phục: {count} máy của các trung tâm sẽ nhận "
        "khóa mới.",
        "Renewing the province’s keys was rehearsed on the restored server: {count} "
        "{count:machine|machines} of the centres would take the new ones.",
    ),
    "drill.again.keys": Label(
        "Bản sao không có khóa mà những máy này đang biết, nên máy chủ khôi phục không trả lời "
        "được chúng; phải ghi danh lại: {names}. Hãy sao lưu lại ngay.",
        "The copy lacks the keys that these machines know, so the restored server could not answer "
        "them; they must be enrolled again: {names}. Make a backup now.",
    ),
    "drill.serves": Label(
        "Máy chủ khôi phục chạy được và trả lời ở cổng riêng.",
        "The restored server starts, and answers at a port of its own.",
    ),
    "drill.silent": Label(
        "Máy chủ khôi phục không chạy được. Đây là lỗi: hãy báo cho người viết phần mềm.",
        "The restored server does not start. That is a defect: tell the developers.",
    ),
    "drill.whole": Label(
        "Mọi thứ sẽ trở lại. Mất {seconds} giây; máy chủ thật và các trung tâm không bị đụng tới, "
        "không để lại tệp nào.",
        "Everything would come back. It took {seconds} {seconds:second|seconds}; the real server "
        "and the centres were not touched, and nothing was left behind.",
    ),
    "drill.partly": Label(
        "Không phải mọi thứ sẽ tự trở lại: xem ở trên. Mất {seconds} giây; máy chủ thật và các "
        "trung tâm không bị đụng tới, không để lại tệp nào.",
        "Not everything would come back by itself: see above. It took {seconds} "
        "{seconds:second|seconds}; the real server and the centres were not touched, and nothing "
        "was left behind.",
    ),
}
