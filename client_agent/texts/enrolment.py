"""Sentences of an enrolment that failed. Before it nothing is sent by itself: a person must act."""

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "error.enrol-unreachable": Label(
        "Chưa ghi danh được: không liên lạc được với máy chủ tại {address}. Chưa có gì thay đổi; "
        "mã vẫn dùng được. Hãy kiểm tra mạng và từng chữ của địa chỉ, rồi chạy lại lệnh này. Nếu "
        "địa chỉ của tỉnh bắt đầu bằng http://, hãy gõ cả phần đó.",
        "Not enrolled: no server can be reached at {address}. Nothing was changed; the code is "
        "still good. Check the network and every letter of the address, then run this again. If "
        "the province's address begins with http://, type that as well.",
    ),
    "error.enrol-unreachable-plain": Label(
        "Chưa ghi danh được: máy trả lời tại {address} không dùng kết nối an toàn (https). Chưa có "
        "gì thay đổi, mã chưa được gửi. Hãy hỏi tỉnh; nếu tỉnh nói địa chỉ bắt đầu bằng http://, "
        "hãy gõ cả phần đó.",
        "Not enrolled: the server at {address} does not support secure connections (https). "
        "Nothing was changed and the code was not sent. Ask the province; if they say that the "
        "address begins with http://, type that as well.",
    ),
    "error.enrol-unreachable-stalled": Label(
        "Chưa ghi danh được: mạng quá yếu, máy chủ tại {address} không trả lời kịp. Chưa có gì "
        "thay đổi; mã vẫn dùng được cho máy này. Hãy chạy lại lệnh này với cùng mã.",
        "Not enrolled: the connection is too weak, and {address} did not answer in time. Nothing "
        "was changed here; the code is still good for this computer. Run this again with that "
        "code.",
    ),
    "error.enrol-unreachable-cut": Label(
        "Chưa ghi danh được: kết nối tới {address} bị ngắt giữa chừng. Chưa có gì thay đổi; mã vẫn "
        "dùng được cho máy này. Hãy chạy lại lệnh này với cùng mã.",
        "Not enrolled: the connection to {address} was cut half way. Nothing was changed here; "
        "the code is still good for this computer. Run this again with that code.",
    ),
    "error.enrol-unreachable-certificate": Label(
        "Chưa ghi danh được: không xác nhận được kết nối an toàn tới {address}. Chưa có gì thay "
        "đổi. Hãy xem ngày và giờ của máy tính có đúng không, rồi chạy lại. Nếu mạng cơ quan kiểm "
        "tra kết nối https, hãy xin tệp chứng chỉ của người phụ trách mạng và thêm --ca-file TỆP; "
        "nếu không, hãy hỏi tỉnh địa chỉ.",
        "Not enrolled: the secure connection to {address} could not be verified. Nothing was "
        "changed. Check this computer's date and time and run this again. If the "
        "office inspects https connections, ask whoever runs its network for the certificate file "
        "and add --ca-file FILE; if not, ask the province for the address.",
    ),
    "error.enrol-unreachable-ca-file": Label(
        "Chưa ghi danh được: không đọc được tệp chứng chỉ (ca_file trong settings.ini). Chưa có gì "
        "thay đổi. Hãy kiểm tra đường dẫn; tệp phải ở dạng PEM.",
        "Not enrolled: the certificate file (ca_file in settings.ini) cannot be read. Nothing was "
        "changed. Check its path; it must be a PEM file.",
    ),
    "error.enrol-unreachable-broken": Label(
        "Chưa ghi danh được: máy chủ tại {address}, hoặc một máy chủ trung gian, đang gặp sự cố. "
        "Chưa có gì thay đổi. Hãy báo cho tỉnh, rồi chạy lại lệnh này sau.",
        "Not enrolled: the server at {address}, or one on the way to it, is out of order. Nothing "
        "was changed. Tell the province, and run this again later.",
    ),
    "error.enrol-not-the-province": Label(
        "Chưa ghi danh được: có máy trả lời tại {address} nhưng không phải máy chủ của tỉnh (có "
        "thể là trang đăng nhập Wi-Fi). Chưa có gì thay đổi. Hãy mở trình duyệt, đăng nhập Wi-Fi; "
        "kiểm tra lại địa chỉ, rồi chạy lại lệnh này.",
        "Not enrolled: something answered at {address} that is not the province's server (perhaps "
        "a Wi-Fi log-in page). Nothing was changed. Open a browser and log in to the Wi-Fi; check "
        "the address, then run this again.",
    ),
    "error.enrol-answer-unreadable": Label(
        "Chưa ghi danh được: phần mềm này không đọc được câu trả lời của {address}, có lẽ vì phiên "
        "bản quá cũ. Chưa có gì thay đổi. Hãy cập nhật phần mềm, rồi chạy lại lệnh này.",
        "Not enrolled: this software cannot read the answer of {address}, perhaps because it is "
        "too old. Nothing was changed. Update the software, then run this again.",
    ),
    "error.enrol-refused": Label(
        "Chưa ghi danh được: máy chủ tại {address} từ chối ({detail}). Chưa có gì thay đổi. "
        "Hãy báo cho cán bộ phụ trách của tỉnh.",
        "Not enrolled: the server at {address} refused ({detail}). Nothing was changed. "
        "Tell the person in charge at the province.",
    ),
    "error.enrol-refused-busy": Label(
        "Chưa ghi danh được: máy chủ tại {address} đang bận, hoặc mã đã được thử quá nhiều lần. "
        "Chưa có gì thay đổi. Hãy đợi khoảng {wait}, rồi chạy lại lệnh này.",
        "Not enrolled: the server at {address} is busy, or codes were tried too often. Nothing was "
        "changed. Wait about {wait}, then run this again.",
    ),
    "error.enrol-refused-unreadable": Label(
        "Chưa ghi danh được: máy chủ tại {address} không đọc được yêu cầu, có lẽ vì hai bên dùng "
        "phiên bản khác nhau. Chưa có gì thay đổi. Hãy cập nhật phần mềm hoặc báo cho tỉnh.",
        "Not enrolled: the server at {address} could not read the request, perhaps because the two "
        "versions differ. Nothing was changed. Update the software or tell the province.",
    ),
}
