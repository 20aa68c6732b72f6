"""Sentences about verification: do the records match the log, and does the province match?"""

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "error.not-alike": Label(
        "Đã trao đổi với tỉnh, nhưng hai bên vẫn chưa giống nhau dù đã tự sửa. Dữ liệu đã lưu vẫn "
        "an toàn, không có gì bị xóa; máy sẽ tự thử lại. Hãy báo cho tỉnh và gửi tệp của lệnh: "
        "khuyenhoc-agent diagnose TỆP",
        "The work was exchanged with the province, but the two ends still differ after a repair. "
        "What was saved is safe and nothing was deleted; the next attempt comes by itself. Tell "
        "the province, and send them the file of: khuyenhoc-agent diagnose FILE",
    ),
    "sync.repaired": Label(
        "Có {count} bản ghi đã khác với bản của tỉnh; đã tự sửa và báo cho tỉnh.",
        "Records that differed from the province's: {count}. They were repaired, and the "
        "province was notified.",
    ),
    "status.receipt": Label(
        "Biên nhận lúc {moment}: tỉnh có {confirmed} trong {saved} thay đổi của máy này. Hai từ "
        "đối chiếu: {words}",
        "Receipt of {moment}: the province has {confirmed} of the {saved} {saved:change|changes} "
        "made here. Check words: {words}",
    ),
    "status.left_out": Label(
        "Trong đó không tính {count} bản ghi: máy chủ của tỉnh đang không đọc được một thay đổi "
        "của {count:bản ghi này|các bản ghi này} vì đĩa của máy chủ bị lỗi. Dữ liệu trên máy này "
        "vẫn an toàn, và máy tự gửi lại cho tỉnh những gì tỉnh cần; không phải làm gì.",
        "{count} {count:record is|records are} not counted in this: the province's server cannot "
        "read a change of {count:it|them} just now, because its disk failed. The work on this "
        "computer is safe, and it sends again what the province needs by itself. There is "
        "nothing to do.",
    ),
    "damage.unsent": Label(
        "Có {count} thay đổi chưa gửi mà máy này không còn đọc đúng được, vì đĩa của máy bị lỗi "
        "({names}). Những gì đã nhập khác vẫn an toàn và vẫn được gửi đi. Máy vẫn tìm trong các "
        "bản sao. Hãy cắm ổ đĩa giữ bản sao nếu có; nếu không, hãy mở bản ghi đó và nhập lại; "
        "không thấy bản ghi nữa thì thêm bản mới.",
        "{count} {count:change that was|changes that were} not sent yet can no longer be read as "
        "typed, because this computer's disk failed ({names}). All other work is safe and is "
        "still sent. The copies are searched for it. Plug in the drive with copies, if there is "
        "one; otherwise open the record and type it again, or add a new one if it is not shown "
        "any more.",
    ),
    "damage.gone": Label("{kind} lưu lúc {moment}", "{kind} saved at {moment}"),
    "damage.sent": Label(
        "Có {count} thay đổi mà máy này không còn đọc đúng được, vì đĩa của máy bị lỗi ({names}). "
        "Màn hình vẫn như cũ và không có gì bị mất ở tỉnh: máy sẽ lấy lại ở lần đồng bộ tới.",
        "{count} {count:change|changes} can no longer be read as written, because this computer's "
        "disk failed ({names}). The screen is as it was and the province lost nothing: the next "
        "sync fetches {count:it|them} again.",
    ),
    # -- verify ------------------------------------------------------------------------------
    "verify.looking": Label("Đang dựng lại từ nhật ký", "Rebuilding everything from the log"),
    "verify.sound": Label(
        "Trên máy này: cả {records} bản ghi, tổng kiểm tra và bảng báo cáo đều đúng với nhật ký.",
        "On this computer: all {records} {records:record|records}, checksums and report tables "
        "match the log.",
    ),
    "verify.differs": Label(
        "Trên máy này: {count} chỗ không đúng với nhật ký. Chưa có gì bị thay đổi; những gì đã lưu "
        "vẫn nằm trong nhật ký. Để dựng lại, bấm “Dựng lại từ nhật ký” ở trang Kiểm tra, hoặc "
        "chạy: khuyenhoc-agent verify --repair",
        "On this computer: {count} {count:thing does|things do} not match the log. Nothing "
        "was changed; what was saved is in the log. To rebuild them, press “Rebuild from the "
        "log” on the verification page, or run: khuyenhoc-agent verify --repair",
    ),
    "verify.mended": Label(
        "Trên máy này: {count} chỗ không đúng với nhật ký đã được dựng lại từ nhật ký.",
        "On this computer: {count} {count:thing|things} did not match the log and "
        "{count:was|were} rebuilt from it.",
    ),
    "verify.not_mended": Label(
        "Trên máy này: {count} chỗ vẫn không đúng với nhật ký sau khi dựng lại. Dữ liệu đã lưu vẫn "
        "còn trong nhật ký. Hãy chạy: khuyenhoc-agent check, rồi báo cho tỉnh.",
        "On this computer: {count} {count:thing|things} still {count:does|do} not match the log "
        "after rebuilding. What was saved is still in the log. Run: "
        "khuyenhoc-agent check, and tell the province.",
    ),
    "verify.entry": Label(
        "một thay đổi của {name}, không còn như lúc ghi",
        "a change of {name}, which is damaged",
    ),
    "verify.record": Label("bản ghi {name}", "the record {name}"),
    "verify.fingerprint": Label("tổng kiểm tra của {name}", "the checksum of {name}"),
    "verify.sum": Label("tổng kiểm tra của cả loại {name}", "the checksum of all {name}"),
    "verify.copy": Label("dòng báo cáo của {name}", "the report's row of {name}"),
    "verify.more": Label("và {count} chỗ nữa", "and {count} more"),
    "verify.same": Label(
        "Với tỉnh: hai bên giống nhau (đã gửi {sent}, đã nhận {received} thay đổi khi so). Hai từ "
        "đối chiếu: {words}",
        "With the province: both ends have the same work ({sent} {sent:change|changes} sent, "
        "{received} received while comparing). Check words: {words}",
    ),
    "verify.repaired": Label(
        "Với tỉnh: {count} bản ghi khác nhau; đã sửa theo nhật ký của hai bên và báo cho tỉnh. Nay "
        "hai bên giống nhau. Hai từ đối chiếu: {words}",
        "With the province: {count} {count:record|records} differed; {count:it was|they were} "
        "repaired from both logs, and the province was notified. Both ends now have the same "
        "work. Check words: {words}",
    ),
    "verify.alone": Label(
        "Chưa so được với tỉnh. {why}", "The work could not be compared with the province. {why}"
    ),
    "verify.not_asked": Label(
        "Chưa so với tỉnh (--local).", "The province was not asked (--local)."
    ),
    # -- diagnose ----------------------------------------------------------------------------
    "diagnose.done": Label(
        "Đã ghi {file}: {records} bản ghi như hiện nay và {events} lần khác nhau trước đây. Trong "
        "tệp không có nội dung ai đã nhập, chỉ có mã băm. Hãy gửi tệp này cho người phát triển.",
        "Wrote {file}: {records} {records:record as it is|records as they are} and {events} "
        "earlier {events:divergence|divergences}. The file contains nothing that anybody typed, "
        "only hashes. Send it to the developers.",
    ),
}
