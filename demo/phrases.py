"""The words around a subject: how an activity is called, where, with whom, with what result."""

OPENINGS: dict[str, tuple[str, ...]] = {
    "lop_hoc": ("Lớp", "Lớp học", "Mở lớp"),
    "chuyen_de": ("Chuyên đề", "Nói chuyện chuyên đề", "Tuyên truyền", "Phổ biến"),
    "tap_huan": ("Tập huấn", "Hướng dẫn", "Tập huấn tại chỗ"),
    "hoi_thao": ("Hội thảo", "Tọa đàm", "Trao đổi"),
    "van_nghe_the_thao": ("Tổ chức", "Giao lưu", "Liên hoan"),
    "cau_lac_bo": ("Sinh hoạt câu lạc bộ:", "Câu lạc bộ phát triển cộng đồng:"),
    "truyen_thanh": ("Phát thanh", "Loa truyền thanh:"),
    "tham_quan": ("Tham quan mô hình", "Học tập kinh nghiệm"),
}
AUDIENCES = (
    "cho hội viên phụ nữ",
    "cho hội viên nông dân",
    "cho đoàn viên, thanh niên",
    "cho hội viên cựu chiến binh",
    "cho người cao tuổi",
    "cho các hộ nghèo và cận nghèo",
    "cho trưởng xóm và bí thư chi bộ",
    "cho cha mẹ học sinh",
)
VILLAGES = (
    "Bưng", "Cơi", "Mừng", "Khang", "Đồi", "Chiềng", "Vó", "Rộc", "Bái", "Củ", "Dài", "Lũy",
    "Mận", "Nội", "Sống", "Thung", "Ải", "Bợ", "Cha", "Đúp", "Giếng", "Khảm", "Lầm", "Mương",
    "Nè", "Ong", "Quắn", "Rãnh", "Tằm", "Ủ", "Vành", "Xộp", "Bãi Sang", "Chợ Bờ", "Đồng Bưa",
    "Đồng Lạc", "Gò Mu", "Khu Phố", "Làng Chanh", "Mường Khòe", "Nà Mười", "Phú Vinh", "Suối Lốn",
    "Tân Lập", "Tân Sơn", "Thống Nhất", "Tiên Phong", "Trung Sơn", "Xuân Tiến", "Yên Hòa",
)  # fmt: skip
VENUES = (
    "Nhà văn hóa xóm {village}",
    "Trụ sở trung tâm học tập cộng đồng",
    "Hội trường UBND xã",
    "Trường Tiểu học {commune}",
    "Trường THCS {commune}",
    "Trạm Y tế xã",
    "Nhà trưởng xóm {village}",
    "Điểm bưu điện văn hóa xã",
)
STAGES = (
    "Nhà văn hóa xóm {village}",
    "Hội trường UBND xã",
    "Sân Trường THCS {commune}",
    "Sân vận động xã",
)
FIELDS = (
    "Nhà văn hóa xóm {village}",
    "Đồng ruộng xóm {village}",
    "Vườn mẫu xóm {village}",
    "Hội trường UBND xã",
)
PARTNERS = (
    "Hội Khuyến học xã",
    "Hội Nông dân xã",
    "Hội Liên hiệp Phụ nữ xã",
    "Đoàn TNCS Hồ Chí Minh xã",
    "Hội Cựu chiến binh xã",
    "Hội Người cao tuổi xã",
    "Mặt trận Tổ quốc xã",
    "Trạm Y tế xã",
    "Công an xã",
    "Ban Tư pháp xã",
    "Trạm Khuyến nông huyện",
    "Hạt Kiểm lâm huyện",
    "Trường THCS trên địa bàn",
    "Ban Văn hóa – Xã hội xã",
    "Ngân hàng Chính sách xã hội huyện",
)
MATERIALS = (
    "Tài liệu khuyến nông của Trung tâm Khuyến nông tỉnh",
    "Sổ tay hỏi đáp pháp luật",
    "Tờ rơi của Trạm Y tế",
    "Tài liệu của Sở Giáo dục và Đào tạo",
    "Bộ sách xóa mù chữ",
    "Đĩa hình hướng dẫn kỹ thuật",
    "Sách của tủ sách trung tâm",
    "Tài liệu do trung tâm tự biên soạn",
)
RESULTS = (
    "Bà con tham gia đông đủ, trao đổi sôi nổi.",
    "Các hộ đăng ký làm thử, trung tâm theo dõi sau một vụ.",
    "Đa số học viên làm được tại chỗ.",
    "Cần tổ chức thêm một buổi thực hành.",
    "Phát {count} tờ rơi đến các hộ.",
    "{count} hộ ký cam kết thực hiện.",
    "Học viên đề nghị mở tiếp ở xóm {village}.",
    "Kết hợp họp xóm nên số người dự cao hơn dự kiến.",
    "Trời mưa, một số hộ ở xa không đến được.",
    "Đạt yêu cầu theo kế hoạch năm.",
)
SURNAMES = ("Bùi", "Đinh", "Quách", "Hà", "Nguyễn", "Lò", "Xa", "Vì", "Trần", "Khà", "Sùng", "Bạch")
MIDDLE_NAMES = ("Văn", "Thị", "Thanh", "Đức", "Hồng", "Minh", "Thị Thu", "Xuân", "Công", "Ngọc")
GIVEN_NAMES = (
    "Hiền", "Dũng", "Thủy", "Hùng", "Nga", "Tuấn", "Hoa", "Lâm", "Bình", "Yến", "Sơn", "Hạnh",
    "Quyết", "Phượng", "Thắng", "Loan", "Cường", "Mai", "Việt", "Tâm",
)  # fmt: skip
