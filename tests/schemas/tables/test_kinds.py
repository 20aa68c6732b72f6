"""What a file is, whatever it is named."""

import pytest

from schemas.tables.errors import NoTable
from schemas.tables.kinds import kind_of
from schemas.texts.importing import TEXTS

from .files import ods, row, xlsb, xlsx, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def streams(*names):
    """A file of streams, as far as its directory."""
    entries = (
        name.encode("utf-16-le").ljust(64, b"\0") + (2 * len(name) + 2).to_bytes(2, "little")
        for name in names
    )
    return OLE + b"\0" * 504 + b"".join(entry + b"\0" * 62 for entry in entries)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (xlsx(row("a")), "ooxml"),
        (xlsb(["a"]), "xlsb"),
        (ods(), "opendocument"),
        (streams("Root Entry", "Workbook"), "xls"),
        (streams("Root Entry", "Book"), "xls"),
        (b"\x09\x08\x10\x00\x00\x06", "xls"),
        (b"a,b\n", "text"),
        ("<5 tuổi,b\n".encode(), "text"),
        (b"", "text"),
    ],
)
def test_tables_are_known_by_what_is_in_them(data, kind):
    assert kind == kind_of(data)


HTML = "<html><body><table><tr><td>a</td></tr></table></body></html>"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (streams("Root Entry", "EncryptedPackage", "EncryptionInfo"), "locked"),
        (streams("Root Entry", "WordDocument"), "document"),
        (streams("Root Entry", "PowerPoint Document"), "document"),
        (streams("Root Entry"), "damaged"),
        (HTML.encode(), "html"),
        (b"\xef\xbb\xbf\r\n <!DOCTYPE HTML>" + HTML.encode(), "html"),
        (HTML.encode("utf-16"), "html"),
        (b'<?xml version="1.0"?>\n<!-- x -->' + HTML.encode(), "html"),
        (b"<table border=1><tr>", "html"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "html"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"',
            "xml",
        ),
        (b'<?xml version="1.0"?>\n<office:document>', "xml"),
        ('<?xml version="1.0"?><Workbook>'.encode("utf-16"), "xml"),
        (b"<tr><td>a", "html"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"\0\0\0\x18ftypheic", "picture"),
        (b"RIFF\0\0\0\0WEBPVP8", "picture"),
        (b"{\\rtf1", "document"),
        (zipped({"_rels/.rels": "", "word/document.xml": ""}), "document"),
        (zipped({"_rels/.rels": "", "ppt/presentation.xml": ""}), "document"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "document"),
        (zipped({"so.xlsx": ""}), "archive"),
        (b"Rar!\x1a\x07", "archive"),
        (b"7z\xbc\xaf\x27\x1c", "archive"),
        (b"\x1f\x8b\x08", "archive"),
        ((b"\x05admin" + b" " * 49 + b"\x05\0a\0" * 27).ljust(165, b"\0"), "lock_file"),
        (b"PK\x03\x04", "damaged"),
    ],
)
def test_of_what_is_no_table_people_learn_what_it_is(data, why):
    with pytest.raises(NoTable) as caught:
        kind_of(data)

    assert why == caught.value.args[0]
    assert f"intake.{why}" in TEXTS


def test_a_part_that_is_locked_locks_the_file():
    data = bytearray(zipped({"so.xlsx": "a"}))
    at = data.index(b"PK\x01\x02") + 8
    data[at] |= 1

    with pytest.raises(NoTable, match="locked"):
        kind_of(bytes(data))
