import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted(
    path
    for name in ("client_agent", "schemas", "server", "webui")
    for path in (ROOT / name).rglob("*.html")
    # A printed sheet that is also kept as a file, and then opened without any server.
    if path.relative_to(ROOT).as_posix() != "server/recovery/templates/sheet.html"
)
INLINE = re.compile(
    r'<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+="|javascript:', re.IGNORECASE
)


def test_every_page_is_sent_with_headers_that_keep_others_out(site):
    headers = site.client.get("/login").headers

    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "object-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "nosniff" == headers["X-Content-Type-Options"]
    assert "DENY" == headers["X-Frame-Options"]
    assert "same-origin" == headers["Cross-Origin-Resource-Policy"]
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_no_page_stays_in_a_browsers_cache(site):
    assert "no-store" == site.client.get("/").headers["Cache-Control"]
    assert "no-store" == site.client.get("/missing").headers["Cache-Control"]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_a_style_or_script_that_the_policy_stops(path):
    assert [] == INLINE.findall(path.read_text(encoding="utf-8"))
