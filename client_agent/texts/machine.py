"""Sentences about this computer: its database, its settings, its port."""

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "error.store-unusable": Label(
        "Không dùng được tệp dữ liệu trên máy này ({detail}). Những gì đã báo là đã lưu vẫn "
        "an toàn trong tệp; điều vừa nhập thì chưa lưu. Hãy kiểm tra ổ đĩa và quyền "
        "truy cập thư mục.",
        "The database on this computer cannot be used ({detail}). What was shown as saved is safe "
        "in it; what was just typed is not saved. Check the disk and the permissions of the "
        "folder.",
    ),
    "error.store-busy": Label(
        "Tệp dữ liệu đang bị một chương trình khác giữ. Những gì đã lưu vẫn an toàn; điều vừa nhập "
        "thì chưa lưu. Hãy đợi một phút rồi thử lại; đóng chương trình sao lưu hoặc diệt vi-rút "
        "nếu lỗi lặp lại.",
        "Another program has locked the database. What was saved is safe; what was just typed is "
        "not saved yet. Wait a minute and try again; close backup or antivirus programs if it "
        "goes on.",
    ),
    "error.store-full": Label(
        "Ổ đĩa đã đầy nên không lưu được. Những gì đã lưu trước đó vẫn an toàn; điều vừa nhập thì "
        "chưa lưu. Hãy xóa bớt tệp không cần (không xóa thư mục của chương trình này), "
        "rồi lưu lại.",
        "The disk is full, so nothing can be saved. What was saved before is safe; what was just "
        "typed is not saved. Delete files you do not need (not this program's folder), then save "
        "again.",
    ),
    "error.store-damaged": Label(
        "Tệp dữ liệu trên máy này bị hỏng. Những gì tỉnh đã nhận vẫn an toàn ở tỉnh. Đừng xóa gì. "
        "Hãy tắt mọi cửa sổ của chương trình rồi mở lại: tệp hỏng được giữ riêng, và dữ liệu được "
        "dựng lại từ bản sao và từ tỉnh. Nếu vẫn báo lỗi này, hãy gọi cho tỉnh.",
        "The database on this computer is damaged. What the province has is safe there. Delete "
        "nothing. Stop the program everywhere and start it again: the damaged file is kept aside, "
        "and the work is rebuilt from the copy and from the province. If you see this again, call "
        "the province.",
    ),
    "error.store-read-only": Label(
        "Không được phép ghi vào tệp dữ liệu trên máy này. Những gì đã lưu vẫn an toàn; điều vừa "
        "nhập thì chưa lưu. Hãy mở chương trình bằng đúng tài khoản, hoặc cho phép ghi vào "
        "thư mục dữ liệu.",
        "The database on this computer may not be written. What was saved is safe; what was just "
        "typed is not saved. Start the program as the right user, or allow writing to its folder.",
    ),
    # -- this computer -----------------------------------------------------------------------
    "error.not-set-up": Label(
        "Máy này chưa ghi danh với tỉnh. Không có gì bị mất. Hãy gọi cho tỉnh để xin mã, rồi chạy: "
        "khuyenhoc-agent enrol --server ĐỊA_CHỈ --code MÃ",
        "This computer is not enrolled with the province. Nothing is lost. Call the province for "
        "a code, then run: khuyenhoc-agent enrol --server ADDRESS --code WORDS",
    ),
    "error.settings-damaged": Label(
        "Không đọc được tệp cài đặt ({detail}). Dữ liệu đã lưu vẫn an toàn trong centre.db. "
        "Hãy sửa tệp settings.ini hoặc lấy lại từ bản sao lưu.",
        "The settings file cannot be read ({detail}). What was saved is safe in centre.db. Correct "
        "settings.ini, or restore it from a backup.",
    ),
    "error.other-centre": Label(
        "Mã này dành cho một trung tâm khác với trung tâm có dữ liệu trong thư mục này. Không có "
        "gì bị thay đổi. Hãy dùng mã của đúng trung tâm, hoặc chọn thư mục trống bằng --folder.",
        "The code is for another centre than the one whose work is in this folder. Nothing was "
        "changed. Use the right centre's code, or choose an empty folder with --folder.",
    ),
    "error.other-province": Label(
        "Ở {detail} là máy chủ của một tỉnh khác với tỉnh mà máy này biết. Mã chưa được gửi, không "
        "có gì thay đổi, dữ liệu đã lưu vẫn an toàn. Hãy gọi cho tỉnh để hỏi địa chỉ.",
        "At {detail} is the server of another province than the one this computer knows. The code "
        "was not sent, nothing was changed, and the work is safe. Ask the province for "
        "its address.",
    ),
    "error.key-unconfirmed": Label(
        "Chưa ghi danh: chưa ai xác nhận ba từ đối chiếu của máy chủ tại {detail}. Mã chưa được "
        "gửi, không có gì thay đổi. Hãy gọi cho tỉnh để so ba từ, rồi chạy lại; nếu ba từ khác "
        "nhau, đừng ghi danh ở địa chỉ này.",
        "Not enrolled: nobody confirmed the three check words of the server at {detail}. The code "
        "was not sent and nothing was changed. Compare the words with the province by telephone "
        "and run this again; if they differ, do not enrol at this address.",
    ),
    "error.already-running": Label(
        "Chương trình đang chạy cho thư mục này rồi. Dữ liệu vẫn an toàn. Hãy mở trình duyệt tại "
        "{detail}",
        "The program is already running for this folder. The work is safe. Open the browser at "
        "{detail}",
    ),
    "error.port-taken": Label(
        "Cổng {detail} đang được một chương trình khác dùng. Dữ liệu vẫn an toàn. Hãy chạy lại với "
        "--port và một số khác, ví dụ: --port 8766",
        "Another program uses port {detail}. The work is safe. Run again with --port and another "
        "number, for example: --port 8766",
    ),
    "error.not_utf8": Label(
        "Điều vừa gõ hoặc chuyển vào không phải chữ UTF-8 nên không đọc được. Chưa có gì thay đổi; "
        "hãy gõ lại bằng tay, hoặc lưu tệp chuyển vào ở dạng UTF-8.",
        "What was typed or piped in is not UTF-8 text and cannot be read. Nothing was changed; "
        "type it by hand, or save the file that is piped in as UTF-8.",
    ),
    "error.unexpected": Label(
        "Có lỗi không lường trước ({detail}). Những gì đã báo là đã lưu vẫn an toàn. Chi tiết nằm "
        "trong tệp agent.log; hãy gửi tệp đó cho tỉnh.",
        "Something unexpected went wrong ({detail}). What was shown as saved is safe. The "
        "details are in agent.log; send that file to the province.",
    ),
}
