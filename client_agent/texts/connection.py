"""Sentences about the way to the province, and about its answers."""

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "error.unreachable": Label(
        "Chưa liên lạc được với máy chủ của tỉnh. Dữ liệu đã lưu vẫn an toàn trên máy này và sẽ "
        "được tự động gửi lại. Hãy kiểm tra kết nối mạng; nếu nhiều ngày không có mạng, "
        "hãy gửi bằng USB.",
        "The province's server cannot be reached. What was saved is safe on this computer and will "
        "be sent again by itself. Check the network; if there is none for days, send by USB stick.",
    ),
    "error.unreachable-stale": Label(
        "Máy chủ không nhận giờ của máy này, dù đã tự chỉnh ba lần. Dữ liệu đã lưu vẫn an toàn và "
        "sẽ tự gửi lại sau. Nếu cứ lặp lại, hãy báo người phụ trách ở tỉnh.",
        "The server does not accept the time of this computer, although it was corrected three "
        "times. What was saved is safe and is sent later by itself. If this goes on, tell the "
        "person in charge at the province.",
    ),
    "error.unreachable-stalled": Label(
        "Mạng quá yếu: máy chủ của tỉnh không trả lời trong 30 giây. Dữ liệu đã lưu vẫn an toàn; "
        "máy sẽ tự gửi tiếp từ chỗ dừng. Không cần làm gì thêm.",
        "The connection is too weak: the province's server sent nothing for 30 seconds. What was "
        "saved is safe; sending goes on from where it stopped. Nothing needs to be done.",
    ),
    "error.unreachable-cut": Label(
        "Kết nối bị ngắt giữa chừng. Dữ liệu đã lưu vẫn an toàn; máy sẽ tự gửi tiếp từ chỗ dừng. "
        "Không cần làm gì thêm.",
        "The connection was cut half way. What was saved is safe; sending goes on from where it "
        "stopped. Nothing needs to be done.",
    ),
    "error.unreachable-certificate": Label(
        "Không xác nhận được kết nối an toàn tới máy chủ của tỉnh. Dữ liệu đã lưu vẫn an toàn. "
        "Hãy xem ngày và giờ của máy tính có đúng không, rồi thử lại. Nếu mạng cơ quan kiểm tra "
        "kết nối https, hãy xin tệp chứng chỉ của người phụ trách mạng, rồi chạy: khuyenhoc-agent "
        "trust TỆP; nếu không, hãy báo cho tỉnh.",
        "The secure connection to the province's server could not be verified. What was saved is "
        "safe. Check this computer's date and time and try again. If the office "
        "inspects https connections, ask whoever runs its network for the certificate file and "
        "run: khuyenhoc-agent trust FILE; if not, tell the province.",
    ),
    "error.unreachable-ca-file": Label(
        "Không đọc được tệp chứng chỉ (ca_file trong settings.ini), nên chưa gửi được gì. Dữ liệu "
        "đã lưu vẫn an toàn. Hãy đặt lại tệp PEM đó vào chỗ cũ, hoặc chạy: khuyenhoc-agent trust",
        "The certificate file (ca_file in settings.ini) cannot be read, so nothing was sent. What "
        "was saved is safe. Put that PEM file back in its place, or run: khuyenhoc-agent trust",
    ),
    "error.unreachable-plain": Label(
        "Ở địa chỉ của tỉnh có máy trả lời nhưng không dùng kết nối an toàn (https). Chưa gửi được "
        "gì; dữ liệu đã lưu vẫn an toàn. Hãy hỏi tỉnh địa chỉ đúng.",
        "Something answers at the province's address, but not over a secure connection (https). "
        "Nothing was sent; what was saved is safe. Ask the province for the right address.",
    ),
    "error.unreachable-broken": Label(
        "Máy chủ của tỉnh, hoặc một máy chủ trung gian, đang gặp sự cố. Dữ liệu đã lưu vẫn an toàn "
        "và sẽ được tự động gửi lại. Nếu thông báo này còn sau một ngày, hãy báo cho tỉnh.",
        "The province's server, or one on the way to it, is out of order. What was saved is safe "
        "and will be sent again by itself. If you still see this after a day, tell the province.",
    ),
    "error.not-the-province": Label(
        "Có máy trả lời nhưng không phải máy chủ của tỉnh (có thể là trang đăng nhập Wi-Fi hoặc "
        "máy chủ trung gian). Chưa gửi được gì; dữ liệu đã lưu vẫn an toàn. Hãy mở trình duyệt, "
        "đăng nhập Wi-Fi, rồi đồng bộ lại.",
        "Something answered that is not the province's server (perhaps a Wi-Fi log-in page or a "
        "proxy). Nothing was sent; what was saved is safe. Open a browser, log in to the Wi-Fi, "
        "then sync again.",
    ),
    "error.answer-unreadable": Label(
        "Máy chủ của tỉnh đã trả lời nhưng phần mềm này không đọc được, có lẽ vì phiên bản quá cũ. "
        "Dữ liệu đã lưu vẫn an toàn. Hãy cập nhật phần mềm hoặc báo cho tỉnh.",
        "The province's server answered, but this software cannot read the answer, perhaps because "
        "it is too old. What was saved is safe. Update the software or tell the province.",
    ),
    # -- the answer was no -------------------------------------------------------------------
    "error.refused": Label(
        "Máy chủ của tỉnh từ chối ({detail}). Dữ liệu đã lưu vẫn an toàn trên máy này. "
        "Hãy báo cho cán bộ phụ trách của tỉnh.",
        "The province's server refused ({detail}). What was saved is safe on this computer. "
        "Tell the person in charge at the province.",
    ),
    "error.refused-not-enrolled": Label(
        "Máy chủ của tỉnh không nhận ra máy này. Dữ liệu đã lưu vẫn an toàn. Hãy gọi cho tỉnh để "
        "xin mã ghi danh mới, rồi ghi danh lại; dữ liệu chưa gửi sẽ được gửi sau khi ghi danh.",
        "The province's server does not know this computer. What was saved is safe. Call the "
        "province for a new enrolment code and enrol again; what is waiting is sent afterwards.",
    ),
    "error.refused-revoked": Label(
        "Tỉnh đã thu hồi quyền của máy này. Dữ liệu đã lưu vẫn còn trên máy. Đừng xóa gì; hãy gọi "
        "cho cán bộ phụ trách của tỉnh để hỏi lý do và xin mã ghi danh mới.",
        "The province has withdrawn this computer's permission. What was saved is still here. "
        "Delete nothing; call the person in charge at the province and ask for a new code.",
    ),
    "error.refused-busy": Label(
        "Máy chủ của tỉnh đang bận. Dữ liệu đã lưu vẫn an toàn; máy sẽ tự thử lại sau khoảng "
        "{wait}. Không cần làm gì thêm.",
        "The province's server is busy. What was saved is safe; the next attempt comes by itself "
        "in about {wait}. Nothing needs to be done.",
    ),
    "error.refused-too-large": Label(
        "Một lần gửi quá lớn đối với máy chủ của tỉnh. Dữ liệu đã lưu vẫn an toàn; máy sẽ tự gửi "
        "từng phần nhỏ hơn. Nếu thông báo này lặp lại, hãy báo cho tỉnh.",
        "A batch was too large for the province's server. What was saved is safe; "
        "smaller parts are sent next. If you see this again and again, tell the province.",
    ),
    "error.refused-unreadable": Label(
        "Máy chủ của tỉnh không đọc được dữ liệu gửi lên: đường truyền làm sai dữ liệu, hoặc hai "
        "bên dùng phiên bản khác nhau. Dữ liệu đã lưu vẫn an toàn và sẽ được tự động gửi lại. Nếu "
        "thông báo này còn sau một ngày, hãy cập nhật phần mềm hoặc báo cho tỉnh.",
        "The province's server could not read what was sent: the network damaged it, or the two "
        "versions differ. What was saved is safe and will be sent again by itself. If you still "
        "see this after a day, update the software or tell the province.",
    ),
    "error.refused-throttled": Label(
        "Đã thử quá nhiều lần. Không có gì bị mất. Hãy đợi khoảng {wait} rồi thử lại.",
        "There were too many attempts. Nothing is lost. Wait about {wait}, then try again.",
    ),
    "error.wrong-code": Label(
        "Mã ghi danh không đúng, đã dùng, hoặc đã hết hạn (mã chỉ có giá trị 72 giờ). Không có gì "
        "bị mất. Hãy kiểm tra từng từ; nếu vẫn không được, hãy xin tỉnh mã mới.",
        "The enrolment code is wrong, was used, or has expired (a code is good for 72 hours). "
        "Nothing is lost. Check each word; if it still fails, ask the province for a new code.",
    ),
    "error.refused-code-expired": Label(
        "Mã ghi danh đã hết hạn (mã chỉ có giá trị 72 giờ). Không có gì bị mất. "
        "Hãy xin tỉnh mã mới.",
        "The enrolment code has expired (a code is good for 72 hours). Nothing is lost. "
        "Ask the province for a new one.",
    ),
}
