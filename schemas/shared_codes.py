"""The code lists that several record types share; the province can add to them."""

from __future__ import annotations

from .formatting.label import Label

CATEGORIES = {
    "xmc": Label("Xóa mù chữ, sau xóa mù chữ", "Literacy and post-literacy"),
    "pcgd": Label("Củng cố phổ cập giáo dục, bổ túc", "Universal and supplementary education"),
    "phap_luat": Label("Pháp luật, chính sách", "Law and policy"),
    "khuyen_nong": Label("Khuyến nông (trồng trọt, chăn nuôi, thú y)", "Agricultural extension"),
    "khuyen_cong": Label("Khuyến công, nghề thủ công", "Industrial extension and crafts"),
    "khuyen_ngu": Label("Khuyến ngư", "Fishery extension"),
    "khuyen_lam": Label("Khuyến lâm", "Forestry extension"),
    "day_nghe": Label("Dạy nghề, khởi nghiệp, tạo thu nhập", "Vocational training and income"),
    "suc_khoe": Label("Y tế, sức khỏe, dân số", "Health and population"),
    "van_hoa": Label("Văn hóa, văn nghệ, thể dục thể thao", "Culture, arts and sport"),
    "ky_nang_song": Label("Kỹ năng sống, giáo dục gia đình", "Life skills and family education"),
    "moi_truong": Label("Môi trường, ứng phó thiên tai", "Environment and natural disasters"),
    "ntm": Label("Xây dựng nông thôn mới", "New rural development"),
    "chuyen_doi_so": Label("Tin học, kỹ năng số", "Computing and digital skills"),
    "ngoai_ngu": Label("Ngoại ngữ, tiếng dân tộc", "Foreign and ethnic languages"),
    "phong_chong_tnxh": Label("Phòng chống tệ nạn, an ninh trật tự", "Crime and social evils"),
    "khuyen_hoc": Label("Khuyến học, xã hội học tập", "Learning promotion, learning society"),
    "thong_tin_tu_van": Label("Thời sự, đọc sách, tư vấn", "News, reading and counselling"),
    "khac": Label("Khác", "Other"),
}
FORMS = {
    "lop_hoc": Label("Lớp học (nhiều buổi)", "Class (several sessions)"),
    "chuyen_de": Label("Chuyên đề (1–2 buổi)", "Topic session (1–2 sessions)"),
    "tap_huan": Label("Tập huấn", "Training"),
    "hoi_thao": Label("Hội thảo, tọa đàm", "Workshop, discussion"),
    "van_nghe_the_thao": Label("Văn nghệ, thể thao", "Arts and sport"),
    "cau_lac_bo": Label("Sinh hoạt câu lạc bộ", "Club meeting"),
    "truyen_thanh": Label("Truyền thanh", "Broadcast by loudspeaker"),
    "tham_quan": Label("Tham quan mô hình", "Visit to a model"),
    "khac": Label("Khác", "Other"),
}
BODIES = {
    "giao_duc": Label("Ngành giáo dục (trường học)", "Education (schools)"),
    "khuyen_nong": Label("Khuyến nông, thú y", "Agricultural extension, veterinary"),
    "y_te": Label("Y tế, dân số", "Health and population"),
    "tu_phap": Label("Tư pháp", "Justice"),
    "cong_an_quan_su": Label("Công an, quân sự", "Police and military"),
    "hoi_khuyen_hoc": Label("Hội Khuyến học", "Learning Promotion Association"),
    "hoi_nong_dan": Label("Hội Nông dân", "Farmers' Association"),
    "hoi_phu_nu": Label("Hội Phụ nữ", "Women's Union"),
    "doan_the_khac": Label("Đoàn thể khác", "Other mass organisation"),
    "doanh_nghiep": Label("Doanh nghiệp, hợp tác xã", "Company or cooperative"),
    "nguoi_dan": Label("Nghệ nhân, người dân địa phương", "Artisan or local person"),
    "khac": Label("Khác", "Other"),
}
