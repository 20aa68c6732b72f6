"""Sentences of the evaluation sheet."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "evaluation.title": Label("Tự đánh giá năm {year}", "Self-assessment for {year}"),
    "evaluation.years": Label("Tự đánh giá theo năm", "Self-assessment by year"),
    "evaluation.year": Label("Năm", "Year"),
    "evaluation.state": Label("Tình trạng", "State"),
    "evaluation.total": Label("Tổng điểm", "Total"),
    "evaluation.rank": Label("Xếp loại", "Rank"),
    "evaluation.no_rank": Label("chưa xếp loại", "no rank yet"),
    "evaluation.not_begun": Label("Chưa bắt đầu", "Not begun"),
    "evaluation.draft": Label("Đang chấm", "Being scored"),
    "evaluation.signed": Label("Đã ký tự đánh giá", "Signed"),
    "evaluation.open": Label("Mở bảng chấm điểm", "Open the sheet"),
    "evaluation.verified": Label("Thẩm định", "Verified"),
    "evaluation.reason": Label("Lý do", "Reason"),
    "evaluation.evidence": Label("Minh chứng", "Evidence"),
    "evaluation.add_evidence": Label("Lưu và thêm minh chứng", "Save and add evidence"),
    "evaluation.more_evidence": Label("Thêm minh chứng", "Add evidence"),
    "evaluation.back": Label("Bảng chấm điểm năm {year}", "The sheet of {year}"),
    "evaluation.missing": Label(
        "Còn {count} tiêu chí chưa chấm", "Criteria not scored yet: {count}"
    ),
    "evaluation.complete": Label("Đã chấm đủ {count} tiêu chí", "All {count} criteria are scored"),
    "evaluation.add_up": Label("Tính lại", "Add up again"),
    "evaluation.added_up": Label(
        "Đã tính lại; chưa lưu. Bấm «Lưu» để lưu điểm.",
        "Added up, not saved yet. Press “Save” to keep the scores.",
    ),
    "evaluation.sign": Label("Ký tự đánh giá", "Sign the self-assessment"),
    "evaluation.sign_help": Label(
        "Ký khi đã chấm đủ. Sau khi ký, điểm được gửi về tỉnh như kết quả tự đánh giá.",
        "Sign when all is scored. The scores then go to the province as your result.",
    ),
    "evaluation.signed_now": Label(
        "Đã ký tự đánh giá năm {year}. Sẽ gửi về tỉnh khi có mạng.",
        "The self-assessment for {year} is signed. It goes to the province when there is a "
        "network.",
    ),
    "evaluation.signed_by": Label("{name} ký ngày {day}", "Signed by {name} on {day}"),
    "evaluation.reopen": Label("Mở lại để sửa", "Reopen to edit"),
    "evaluation.reopened": Label(
        "Đã mở lại. Sửa xong hãy ký lại.", "Reopened. Sign again after editing."
    ),
    "evaluation.closed": Label(
        "Cấp trên đã thẩm định xong nên không sửa được nữa. Nếu còn chỗ sai, hãy đề nghị Phòng "
        "Giáo dục mở lại hoặc trả lại phiếu.",
        "The level above has verified it, so it can be changed no more. If something is wrong, "
        "ask the education office to reopen or to return it.",
    ),
    "evaluation.returned": Label(
        "Cấp trên trả lại phiếu: {reason} Hãy mở lại, sửa rồi ký lại.",
        "The level above returned the sheet: {reason} Reopen it, mend it and sign again.",
    ),
    "evaluation.was_returned": Label(
        "Phiếu này đã bị trả lại: {reason} Sửa xong hãy ký lại.",
        "This sheet was returned: {reason} Sign again when it is mended.",
    ),
    "evaluation.reopened_above": Label(
        "Cấp trên đã mở lại phiếu đã công nhận, ngày {day}. Lý do: {reason}",
        "The level above reopened this recognised sheet on {day}. Reason: {reason}",
    ),
    "evaluation.verified_by": Label(
        "{name} thẩm định, ngày {day}.", "Verified by {name} on {day}."
    ),
    "evaluation.verified_total": Label(
        "Điểm thẩm định: {total}, xếp loại {rank}.", "Verified score: {total}, rank {rank}."
    ),
    "evaluation.recognised": Label(
        "Công nhận theo {decision}, ngày {day}.", "Recognised by {decision} of {day}."
    ),
    "evaluation.not_scored": Label("Chưa chấm điểm.", "Not scored yet."),
    "evaluation.cannot_sign": Label(
        "Chưa ký được: còn {count} chỗ cần sửa. Điểm đã nhập vẫn còn bên dưới, chưa lưu.",
        "Not signed. To mend: {count}. The scores are still below, not saved yet.",
    ),
    "evaluation.score_wrong": Label(
        "Điểm từ 0 đến {most}, theo bước {step}; chưa được tính vào tổng.",
        "Scores go from 0 to {most} in steps of {step}; this one is not counted.",
    ),
    "evaluation.to_come": Label(
        "Năm {year} chưa tới nên chưa đánh giá được (theo máy này, hôm nay là {day}; nếu sai, hãy "
        "chỉnh lại ngày giờ của máy).",
        "The year {year} has not come, so it cannot be evaluated (by this computer, today is "
        "{day}; if that is wrong, set its date and time).",
    ),
    "evaluation.no_set": Label(
        "Chưa có bộ tiêu chí cho năm {year}", "There is no criteria set for {year} yet"
    ),
    "evaluation.no_set_help": Label(
        "Bộ tiêu chí do tỉnh công bố và đến máy này qua đồng bộ. Hãy bấm «Đồng bộ ngay» khi có "
        "mạng, hoặc nhập tệp từ USB. Nếu đã đồng bộ mà vẫn chưa có, hãy hỏi tỉnh.",
        "The province publishes the criteria set, and it comes to this computer by sync. Press "
        "“Sync now” when there is a network, or import a file from the USB stick. If you have "
        "synced and it is still not here, ask the province.",
    ),
    "evaluation.set": Label("Bộ tiêu chí: {title}", "Criteria set: {title}"),
    "evaluation.scale": Label("Thang xếp loại", "Scale"),
    "evaluation.scale_from": Label("{rank} từ {min}", "{rank} from {min}"),
    "evaluation.details": Label("Lý do và minh chứng", "Reason and evidence"),
}
