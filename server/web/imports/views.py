"""The pages of importing, with one that only the province has: the blank table of a type."""

from __future__ import annotations

from flask import Response

from schemas.record import ID, fields
from schemas.tables import workbooks
from schemas.tables.workbooks import Column
from webui.downloads import download
from webui.imports import views
from webui.imports.importer import Importer
from webui.language import language, spoken

from .host import ProvinceImports

host = ProvinceImports()
imports = views.blueprint(host)


@imports.get("/blank.xlsx")
@host.guard
def blank(record_type: str) -> Response:
    """The columns of the table alone, to be filled in and imported."""
    schema, importer = host.schema(record_type), Importer(host)
    named = [(name, label) for name, label in importer.choices(schema) if name != ID]
    heads = [Column(spoken(label), fields(schema).get(name)) for name, label in named]
    pieces = workbooks.pieces(spoken(schema.label), heads, [], language())
    return download(f"{record_type}-blank.xlsx", pieces)
