"""The data dictionary as a page and as a file."""

from __future__ import annotations

from flask import Response, render_template
from flask_login import login_required

from schemas.areas import DIRECTIONS
from schemas.export import dictionary as entries
from schemas.fields.adding import WAYS
from schemas.measures import records_way
from schemas.record import direction, record_types
from webui.downloads import download
from webui.language import language

from .pages import pages


@pages.get("/dictionary")
@login_required  # type: ignore[untyped-decorator]  # flask_login has no types
def dictionary() -> str:
    described = {schema: entries.entries(schema) for schema in record_types().values()}
    return render_template(
        "web/dictionary.html",
        described=described,
        many=sum(map(len, described.values())),
        values_of=entries.values_of,
        rule_of=entries.rule_of,
        records_words=lambda schema: WAYS[records_way(schema)],
        direction=direction,
        directions=DIRECTIONS,
    )


@pages.get("/dictionary.csv")
@login_required  # type: ignore[untyped-decorator]
def dictionary_csv() -> Response:
    lines = "".join(entries.write_csv(language()))
    return download("dictionary.csv", [lines])
