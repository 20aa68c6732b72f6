"""What the pages with figures say, in both languages."""

from __future__ import annotations

from schemas.formatting.label import Label

_FIGURES = {
    "total": Label("Tổng cộng", "Total"),
    "silent": Label("không báo cáo", "not reported"),
    "silent.stock": Label("chưa báo cáo", "not reported yet"),
    "silent.profile": Label("chưa có số liệu", "no figures yet"),
    "as_of": Label("Tình hình tính đến {day}", "As of {day}"),
    "as_of.counts": Label("Số đếm mới nhất, tính đến {day}", "The last count, as of {day}"),
    "total.state": Label("Cuối kỳ", "End of the period"),
    "total.no_sum": Label(
        "Số hiện có của từng kỳ không cộng lại: dòng cuối là số đến cuối kỳ đang xem.",
        "The state at the end of each period is not added up: "
        "the last row is the state at the end of the period shown.",
    ),
    "seam.gap": Label(
        "{what} ({centre}): thiếu quyết toán từ {first} đến {last}.",
        "{what} ({centre}): no statement from {first} to {last}.",
    ),
    "seam.overlap": Label(
        "{what} ({centre}): hai quyết toán trùng nhau từ {first} đến {last}; "
        "thu, chi của những ngày đó bị tính hai lần. Hãy xóa bản thừa.",
        "{what} ({centre}): two statements overlap from {first} to {last}; income and expense of "
        "those days count twice. Delete the one too many.",
    ),
    "seam.differs": Label(
        "{what} ({centre}): số dư đầu kỳ từ {first} khác số dư cuối kỳ trước.",
        "{what} ({centre}): the opening balance of {first} is not the closing balance before it.",
    ),
    "seam.more": Label("Và {count} chỗ khác nữa.", "And {count} more."),
    "totals.open": Label("Tổng hợp", "Totals"),
    "totals.list": Label("Xem danh sách", "See the list"),
    "rests_on": Label(
        "Những bản ghi làm nên số “{figure}”, tính đến {day}. {way}",
        "The records that “{figure}” rests on, as of {day}. {way}",
    ),
    "rests_on.all": Label("Xem cả danh sách", "See the whole list"),
    "column.as_of": Label("Tính đến", "As of"),
    "uncounted": Label("không ghi", "not given"),
    "records": Label("Số bản ghi", "Records"),
    "reported": Label("Trung tâm đã báo cáo", "Centres that reported"),
    "reported.of": Label(
        "{reported} trên {centres} trung tâm đã báo cáo",
        "{reported} of {centres} {centres:centre|centres} reported",
    ),
    "disputed": Label(
        "{count} bản ghi có xung đột đang mở",
        "{count} {count:record|records} with an open conflict",
    ),
    "disputed.here": Label("Có xung đột đang mở", "An open conflict"),
    "than_before": Label("so với {period}", "against {period}"),
    "share": Label("{percent}\u00a0% lượt người học", "{percent}\u00a0% of attendances"),
    "rate.partial": Label(
        "* Tỷ lệ chỉ tính trên những bản ghi có cả hai số; bản ghi thiếu một số thì không tính.",
        "* Worked out only of the records that have both numbers; others are left out.",
    ),
    "share.counted": Label(
        "{percent}\u00a0% trong {whole} lượt có đếm",
        "{percent}\u00a0% of the {whole} attendances where this was counted",
    ),
    "column.row": Label("Dòng", "Row"),
    "column.level": Label("Cấp", "Level"),
    "column.reported": Label("Trung tâm đã báo cáo", "Centres that reported"),
    "column.centres": Label("Số trung tâm", "Centres"),
    "column.records": Label("Số bản ghi", "Records"),
    "column.disputed": Label("Có xung đột đang mở", "With an open conflict"),
    "column.units": Label("Đơn vị", "Unit"),
    "column.centre": Label("Trung tâm", "Centre"),
    "column.id": Label("Mã bản ghi", "Record id"),
    "column.status": Label("Tình trạng", "Status"),
    "column.self_total": Label("Điểm tự chấm", "Self score"),
    "column.self_rank": Label("Tự xếp loại", "Own rank"),
    "column.verified_total": Label("Điểm thẩm định", "Verified score"),
    "column.verified_rank": Label("Xếp loại thẩm định", "Verified rank"),
    "column.most": Label("Điểm tối đa", "Maximum"),
    "column.device": Label("Thiết bị", "Device"),
    "column.machine": Label("Tên máy", "Machine"),
    "column.state": Label("Tình trạng", "State"),
    "column.last_contact": Label("Liên lạc cuối", "Last contact"),
    "column.waiting": Label("Chờ gửi (lần cuối nghe)", "Waiting (as last heard)"),
    "column.clock": Label("Lệch đồng hồ (giây)", "Clock offset (seconds)"),
    "column.received": Label("Thay đổi tỉnh đã có", "Changes received"),
    "column.words": Label("Hai từ đối chiếu", "Check words"),
    "column.differed": Label("Khác với tỉnh lần cuối", "Last differed"),
    "column.software": Label("Phiên bản", "Version"),
    "level.province": Label("Tỉnh", "Province"),
    "level.district": Label("Huyện", "District"),
    "level.commune": Label("Xã", "Commune"),
    "level.centre": Label("Trung tâm", "Centre"),
    "level.cut": Label("Nhóm", "Group"),
    "level.elsewhere": Label("Khác", "Other"),
}
_DASHBOARD = {
    "dashboard.title": Label("Tổng quan", "Overview"),
    "dashboard.activities": Label("Hoạt động", "Activities"),
    "dashboard.months": Label("Hoạt động theo tháng", "Activities by month"),
    "dashboard.categories": Label("Hoạt động theo lĩnh vực", "Activities by category"),
    "dashboard.by_district": Label("Theo huyện", "By district"),
    "dashboard.by_commune": Label("Theo xã", "By commune"),
    "dashboard.by_centre": Label("Theo trung tâm", "By centre"),
    "dashboard.quiet": Label("Chưa liên lạc quá 14 ngày", "No contact for more than 14 days"),
    "dashboard.quiet_none": Label(
        "Mọi trung tâm đều đã liên lạc trong 14 ngày qua.",
        "Every centre has been in contact within the last 14 days.",
    ),
    "dashboard.quiet_more": Label(
        "và {count} trung tâm nữa", "and {count} {count:centre|centres} more"
    ),
    "dashboard.never": Label("chưa lần nào", "never"),
    "dashboard.days": Label("{days} ngày", "{days} days"),
    "dashboard.full": Label("Bảng đầy đủ", "The full table"),
    "dashboard.empty": Label(
        "Chưa có hoạt động nào trong kỳ này", "No activity in this period yet"
    ),
    "dashboard.empty_do": Label(
        "Chọn kỳ khác ở trên, hoặc xem trang Thiết bị để biết trung tâm nào chưa liên lạc.",
        "Choose another period above, or see on the Devices page which centres have been silent.",
    ),
    "dashboard.current": Label("Kỳ hiện tại", "Current period"),
    "dashboard.current_empty": Label(
        "Kỳ hiện tại chưa có hoạt động nào", "No activity in the current period yet"
    ),
    "dashboard.last": Label(
        "Xem kỳ gần nhất có số liệu: {period}", "See the last period with figures: {period}"
    ),
    "dashboard.to_current": Label("Về kỳ hiện tại: {period}", "Back to the current: {period}"),
    "dashboard.none": Label("Chưa có trung tâm nào", "No centres yet"),
    "dashboard.none_do": Label(
        "Thêm trung tâm và cấp mã ghi danh ở trang Quản trị; "
        "số liệu hiện ra ngay khi trung tâm đồng bộ lần đầu.",
        "Add centres and issue enrolment codes on the Administration pages; "
        "figures appear as soon as a centre has synced.",
    ),
}
_EVALUATIONS = {
    "evaluation.title": Label("Đánh giá trung tâm năm {year}", "Evaluations of {year}"),
    "evaluation.year": Label("Năm", "Year"),
    "evaluation.unranked": Label("Chưa xếp loại", "Without a rank"),
    "evaluation.done": Label(
        "{done} trên {all} trung tâm đã có phiếu",
        "{done} of {all} {all:centre|centres} {done:has|have} a sheet",
    ),
    "evaluation.ranks": Label("Xếp loại", "Ranks"),
    "evaluation.note": Label(
        "Có điểm thẩm định thì xếp loại theo điểm thẩm định, chưa có thì theo điểm tự chấm.",
        "Ranks follow the verified score where there is one, else the centre's own.",
    ),
    "evaluation.empty": Label(
        "Chưa trung tâm nào có phiếu của năm này", "No centre has a sheet of this year yet"
    ),
    "evaluation.empty_do": Label(
        "Trung tâm tự chấm ở trang Đánh giá trên máy của mình rồi đồng bộ; phiếu hiện ra ở đây.",
        "Centres score themselves on their own Evaluation page and sync; the sheets appear here.",
    ),
}
TEXTS: dict[str, Label] = {**_FIGURES, **_DASHBOARD, **_EVALUATIONS}
