import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from werkzeug.http import parse_options_header

from webui.downloads import attachment, download

ROOT = Path(__file__).parents[2]
NAMES = ["activity.csv", "Hoạt động – Mường Bi.xlsx", "Đà Bắc.csv", "学.zip"]
FULL = re.compile(r"; filename\*=UTF-8''([^;]+)$")


def read(header):
    """The names in the header, as a browser reads them: the plain one and the full one."""
    full = FULL.search(header)
    plain = parse_options_header(FULL.sub("", header))[1]["filename"]
    return plain, unquote(full[1]) if full else plain


@pytest.mark.parametrize("name", NAMES)
def test_a_file_keeps_its_vietnamese_name(name):
    assert name == read(attachment(name))[1]


def test_an_old_browser_gets_the_name_without_its_marks():
    assert "Da Bac.csv" == read(attachment("Đà Bắc.csv"))[0]


@given(st.text(max_size=20))
@example("／etc℀passwd")  # taken apart, these are slashes
@example('.；;"')
def test_no_name_breaks_out_of_the_header_or_of_the_folder(name):
    header = attachment(name)
    plain, full = read(header)

    assert header.isascii()
    assert not re.search(r"[\r\n\x00]", header)
    assert [] == [each for each in (plain, full) if not each or re.search(r'[/\\:*?"<>|]', each)]
    assert not full.startswith(".")


def test_a_download_says_its_kind_and_its_size(site):
    with site.app.test_request_context():
        answer = download("a.csv", ["x"], size=1)

        assert b"x" == answer.data
    assert "text/csv; charset=utf-8" == answer.content_type
    assert "1" == answer.headers["Content-Length"]


def test_only_one_module_names_the_files_that_pages_send():
    """A name that is put into a header by hand is neither Vietnamese nor safe."""
    folders = ("client_agent", "reporting", "schemas", "server", "webui")
    modules = [path for name in folders for path in (ROOT / name).rglob("*.py")]
    named = [path for path in modules if "Content-Disposition" in path.read_text("utf-8")]

    assert [ROOT / "webui" / "downloads.py"] == named
