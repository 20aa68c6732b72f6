"""Files of tables as other programs write them, made of what a test needs and no more."""

import io
import struct
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
OPEN = "urn:oasis:names:tc:opendocument:xmlns:"


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def relations(*targets):
    lines = (
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{RELATED}">{"".join(lines)}</Relationships>'


def xlsx(*sheets, styles="", shared="", after="", book="", named=str, main=MAIN):
    """A workbook of sheets, each the XML of its rows or a pair of that and its state."""
    both = [sheet if isinstance(sheet, tuple) else (sheet, "visible") for sheet in sheets]
    listed = "".join(
        f'<sheet name="Trang {n}" sheetId="{n}" state="{state}" r:id="r{n}"/>'
        for n, (_, state) in enumerate(both, 1)
    )
    targets = [("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(both) + 1)]
    more = [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
    parts = {
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": relations(*targets, *more),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{OFFICE}">{book}<sheets>{listed}'
        "</sheets></workbook>",
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{styles}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{shared}</sst>',
    }
    for n, (rows, _) in enumerate(both, 1):
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>{after}</worksheet>'
        )
    return zipped({named(name): content for name, content in parts.items()})


def row(*cells, **attributes):
    """A row of numbers, texts, and cells that are XML already."""
    listed = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<row{listed}>{''.join(map(cell, cells))}</row>"


def cell(value):
    if isinstance(value, str) and value.startswith("<c"):
        return value
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t xml:space="preserve">{value}</t></is></c>'
    return f"<c><v>{value!r}</v></c>"


def formats(*patterns, fonts=""):
    """Styles 1, 2 … with those number formats; fonts are XML, used by styles after them."""
    listed = "".join(
        f'<numFmt numFmtId="{200 + n}" formatCode="{pattern.replace(chr(34), "&quot;")}"/>'
        for n, pattern in enumerate(patterns)
    )
    looks = "".join(f'<xf numFmtId="{200 + n}" fontId="0"/>' for n in range(len(patterns)))
    struck = '<xf numFmtId="0" fontId="1"/>' if fonts else ""
    return (
        f"<numFmts>{listed}</numFmts><fonts><font/>{fonts}</fonts>"
        f'<cellXfs><xf numFmtId="0" fontId="0"/>{looks}{struck}</cellXfs>'
    )


def ods(*tables, styles=""):
    """An OpenDocument workbook of tables, each its XML."""
    spaces = " ".join(
        f'xmlns:{name}="{OPEN}{name}:1.0"' for name in ("office", "table", "text", "style")
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}"
        "</office:automatic-styles><office:body><office:spreadsheet>"
        f"{''.join(tables)}</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "content.xml": content})


class Rich(list):
    """A text in pieces: each its text and whether it stands in the second font."""


def xlsb(*rows, formats=(), font=b"", merged=(), states=(0,)):
    """A workbook in Excel's binary kind, of sheets with the same rows.

    A cell is a text, a number, a flag, ``None`` for #REF!, ``Rich``, or a pair of a number and
    the style that shows it: from 1, those of ``formats``, and the one of ``font`` after them.
    """
    size = struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    sheet, shared = _record(129) + _record(148, size) + _record(145), []
    for number, values in enumerate(rows):
        sheet += _record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0))
        sheet += b"".join(_binary(n, value, shared) for n, value in enumerate(values))
    sheet += _record(146)
    sheet += b"".join(_record(176, struct.pack("<IIII", *area)) for area in merged)
    names = [f"worksheets/sheet{n}.bin" for n in range(1, len(states) + 1)]
    bundles = (
        _record(156, struct.pack("<II", state, n) + _wide(f"r{n}") + _wide(f"Trang {n}"))
        for n, state in enumerate(states, 1)
    )
    targets = [("worksheet", name) for name in names]
    targets += [("styles", "styles.bin"), ("sharedStrings", "sharedStrings.bin")]
    book = _record(131) + _record(143) + b"".join(bundles) + _record(144) + _record(132)
    parts = {
        "_rels/.rels": relations(("officeDocument", "xl/workbook.bin")),
        "xl/_rels/workbook.bin.rels": relations(*targets),
        "xl/workbook.bin": book,
        "xl/styles.bin": _looks(formats, font),
        "xl/sharedStrings.bin": _record(159, struct.pack("<II", len(shared), len(shared)))
        + b"".join(shared)
        + _record(160),
    }
    return zipped({**parts, **{f"xl/{name}": sheet + _record(130) for name in names}})


def _looks(formats, font):
    listed = b"".join(
        _record(44, struct.pack("<H", 200 + n) + _wide(text)) for n, text in enumerate(formats)
    )
    plain = struct.pack("<HHHH", 220, 0, 400, 0)
    fonts = _record(43, plain + b"\0" * 12) + _record(43, (font or plain) + b"\0" * 12)
    styles = [(0, 0), *((200 + n, 0) for n in range(len(formats))), (0, 1)]
    used = b"".join(_record(47, struct.pack("<HHH", 0, *one) + b"\0" * 10) for one in styles)
    return (
        _record(278)
        + _record(615, struct.pack("<I", len(formats)))
        + listed
        + _record(616)
        + _record(611, struct.pack("<I", 2))
        + fonts
        + _record(612)
        + _record(626, struct.pack("<I", 1))
        + _record(47, struct.pack("<HHH", 0xFFFF, 0, 0) + b"\0" * 10)
        + _record(627)
        + _record(617, struct.pack("<I", len(styles)))
        + used
        + _record(618)
        + _record(279)
    )


def _binary(column, value, shared):
    value, style = value if isinstance(value, tuple) else (value, 0)
    at = struct.pack("<II", column, style)
    if isinstance(value, Rich):
        text = "".join(part for part, _ in value)
        ends = [sum(len(part) for part, _ in value[:n]) for n in range(len(value))]
        runs = b"".join(
            struct.pack("<HH", start, font) for start, (_, font) in zip(ends, value, strict=True)
        )
        shared.append(_record(19, b"\1" + _wide(text) + struct.pack("<I", len(value)) + runs))
        return _record(7, at + struct.pack("<I", len(shared) - 1))
    if isinstance(value, str):
        return _record(6, at + _wide(value))
    if isinstance(value, bool):
        return _record(4, at + bytes([value]))
    if isinstance(value, int):
        return _record(2, at + struct.pack("<i", value << 2 | 2))
    return _record(3, at + b"\x17") if value is None else _record(5, at + struct.pack("<d", value))


def _record(kind, body=b""):
    return _varint(kind) + _varint(len(body)) + body


def _varint(value):
    if value < 0x80:
        return bytes([value])
    return bytes([value & 0x7F | 0x80, value >> 7])


def _wide(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")
