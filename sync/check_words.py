"""Words for codes and checks that are read out over the telephone.

256 short Vietnamese words, one for every byte. No two are the same without their accents,
nor where a dialect makes one sound of tr and ch, s and x, l and n, or d, gi, r and v. So
a code can be typed with accents or without, from paper or by ear.
"""

from __future__ import annotations

import re
import unicodedata

_TEXT = """
ấm an áo bà bác bãi bàn bảng báo bắp bay bé bếp bí biển bò bóng bụi bụng bưởi bút cá cam cần
canh cao cát cau cày chai chăm chăn chanh chào chè chén chị chim chín chó chổi chủ chùa chum
chuối chuông chuột cô cốc cơm củ cua cúc cung cười đan dao đất dâu dây đêm đèn dép dơi dòng
dừa đường ếch gấc gạch gạo gấu ghế ghi giếng gốc gối gừng gương hai hàng hành hạt hẹn heo
hoa học hoè hội hồng hộp húng hương hươu kem kẻng kéo khăn khay khế khèn khô khóa khoai khói
kiến kiềng kim kính lạc lan làng lau lên leo lều lon lớp lúa lưng lược lưới mai mắm màn măng
mắt mây mèo mía miến mít môi mồng mùa mực muối muỗng mướp nam não nem nếp ngà ngan ngày nghé
ngò ngói ngủ ngựa nhà nhãn nhện nho nhót nôi núi oanh ong pha phai phấn phên phích phố phơi
quả quần quạt quê quýt rằm răng rìu rơm rừng rượu sách sấm sân sáng sao sáp sáu sen sét sếu
sóc sơn sóng sữa sung suối sương tắc tai tám táo tàu tay tem tên tép tết thăm thang thau thẻ
thêu thìa thím thỏ thóc thông thư thùng thước thuyền tiền tiếng tim tóc tỏi tôm trà trăng
trâu tròn trống trúc trứng tuần tùng tường tuyết ủng ươm uống vạc vai vẹt vịt vợt vui vườn
xanh xay xẻng xoài xôi xóm xuân xúc yến yêu
"""
WORDS = tuple(_TEXT.split())


def words(data: bytes, count: int) -> list[str]:
    """The first ``count`` bytes of ``data`` as words."""
    return [WORDS[byte] for byte in data[:count]]


def check(digest: int) -> str:
    """The two words of a digest: who hears the same two holds, but for bad luck, the same.

    >>> check(0)
    'ấm – ấm'
    """
    return " – ".join(words(digest.to_bytes(16, "big"), 2))


def data(text: str) -> bytes:
    """The bytes of words that a person typed, with accents or without.

    :raises LookupError: with the first word that is not one of ours
    """
    numbers = {plain(word): number for number, word in enumerate(WORDS)}
    typed = plain(text).split()
    for word in typed:
        if word not in numbers:
            raise LookupError(word)
    return bytes(numbers[word] for word in typed)


def plain(text: str) -> str:
    """What a person typed or heard, without accents, capitals and marks between words.

    >>> plain(" Cầu - ĐÈN,gạo ")
    'cau den gao'
    """
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join(re.findall("[a-z0-9]+", re.sub(r"[\u0300-\u036f]", "", letters)))
