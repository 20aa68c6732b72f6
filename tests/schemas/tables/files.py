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
    told = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<row{told}>{''.join(map(cell, cells))}</row>"


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


def xlsb(*rows):
    """A workbook in Excel's binary kind, of one sheet of values; ``None`` is #REF!."""
    size = struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    sheet = _record(129) + _record(148, size) + _record(145)
    for number, values in enumerate(rows):
        sheet += _record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0))
        for column, value in enumerate(values):
            sheet += _binary(column, value)
    bundle = struct.pack("<II", 0, 1) + _wide("r1") + _wide("Trang 1")
    book = _record(131) + _record(143) + _record(156, bundle) + _record(144) + _record(132)
    return zipped(
        {
            "_rels/.rels": relations(("officeDocument", "xl/workbook.bin")),
            "xl/_rels/workbook.bin.rels": relations(("worksheet", "worksheets/sheet1.bin")),
            "xl/workbook.bin": book,
            "xl/worksheets/sheet1.bin": sheet + _record(146) + _record(130),
        }
    )


def _binary(column, value):
    at = struct.pack("<II", column, 0)
    if isinstance(value, str):
        return _record(6, at + _wide(value))
    if isinstance(value, bool):
        return _record(4, at + bytes([value]))
    return _record(3, at + b"\x17") if value is None else _record(5, at + struct.pack("<d", value))


def _record(kind, body=b""):
    return _varint(kind) + _varint(len(body)) + body


def _varint(value):
    if value < 0x80:
        return bytes([value])
    return bytes([value & 0x7F | 0x80, value >> 7])


def _wide(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")
