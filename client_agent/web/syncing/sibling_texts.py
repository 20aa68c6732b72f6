"""Sentences of the page about the centre's other machines."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "siblings.title": Label("Máy khác cùng trung tâm", "The centre's other computers"),
    "siblings.lead": Label(
        "Hai máy của một trung tâm trao đổi với nhau bằng USB, không cần mạng và không cần tỉnh. "
        "Làm cả hai chiều thì hai máy có dữ liệu như nhau.",
        "Two computers of one centre exchange their work by USB stick, without a network and "
        "without the province. Done both ways, both hold the same.",
    ),
    "siblings.give": Label("1. Ghi cho máy khác", "1. For the other computer"),
    "siblings.give_help": Label(
        "Tệp chứa toàn bộ dữ liệu của máy này và được niêm phong, chỉ máy được chọn mở được.",
        "The file holds all the work of this computer, sealed; only the one you choose can open "
        "it.",
    ),
    "siblings.give_go": Label("Tải tệp cho máy này", "Download the file for it"),
    "siblings.take": Label("2. Nhập từ máy khác", "2. From the other computer"),
    "siblings.take_help": Label(
        "Chọn tệp mà máy kia đã ghi cho máy này. Nhập nhiều lần cũng không bị tính hai lần.",
        "Choose the file that the other one wrote for this one. Doing it again counts nothing "
        "twice.",
    ),
    "siblings.file": Label("Tệp từ máy kia", "The other one's file"),
    "siblings.take_go": Label("Nhập tệp", "Import"),
    "siblings.open": Label(
        "Trao đổi với máy khác cùng trung tâm", "With the centre's other computers"
    ),
}
