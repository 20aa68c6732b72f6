import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webui.redirects import local_path

ELSEWHERE = [
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/a\\..\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\x00//evil.example",
    "//[",
    "/records\r\nSet-Cookie: a=b",
    "evil",
    "",
]


@pytest.mark.parametrize("path", ELSEWHERE)
def test_no_form_leads_to_another_site(path):
    assert "" == local_path(path)


@pytest.mark.parametrize("path", ["/", "/records/activity?q=cam", "/records/activity?q=tập huấn"])
def test_a_path_of_this_site_is_followed(path):
    assert path == local_path(path)


@given(st.text("/\\\t\r\n\x00 .:@ae?#[]", max_size=12))
def test_a_browser_stays_on_this_site_whatever_was_sent(wanted):
    path = local_path(wanted)
    # As browsers read an address (WHATWG URL): a backslash is a slash, and these are dropped.
    read = re.sub("[\t\r\n]", "", path.strip("".join(map(chr, range(33))))).replace("\\", "/")

    assert path in ("", wanted)
    assert path == "" or (read.startswith("/") and not read.startswith("//"))


@pytest.mark.parametrize("path", ELSEWHERE)
def test_choosing_a_language_leads_to_no_other_site(site, path):
    answer = site.post("/language/vi", next=path)

    assert (302, "/") == (answer.status_code, answer.location)
