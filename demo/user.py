"""A person at a browser, over real HTTP: opens pages, fills in forms as they stand, posts them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

import requests

COMPLAINT = re.compile(r'class="[^"]*(?:kh-error|alert-danger)[^"]*"[^>]*>(.*?)</', re.DOTALL)
TAG = re.compile(r"<[^>]*>")


@dataclass
class Form:
    """A form as a browser would post it: what each field holds before anybody types."""

    action: str = ""
    method: str = "get"
    fields: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)  # also of what a browser would not send


class Forms(HTMLParser):
    """Reads the forms of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._select = self._area = ""
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            method = given.get("method", "get").lower()
            self.forms.append(Form(given.get("action", ""), method))
            self._open = True
        elif not self._open:
            return
        elif tag == "input":
            self.forms[-1].names.add(given.get("name", ""))
            self._input(given)
        elif tag == "select":
            self._select = given.get("name", "")
        elif tag == "option":
            self._option(given)
        elif tag == "textarea":
            self._area = given.get("name", "")
            self._put(self._area, "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = False
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            fields = self.forms[-1].fields
            # HTML drops the first newline of a textarea.
            fields[self._area] += data if fields[self._area] else data.removeprefix("\n")

    def _input(self, given: dict[str, str]) -> None:
        kind = given.get("type", "text")
        ticked = kind not in ("checkbox", "radio") or "checked" in given
        if ticked and kind not in ("submit", "button", "file", "image", "reset"):
            self._put(given.get("name", ""), given.get("value", ""))

    def _option(self, given: dict[str, str]) -> None:
        # A browser sends the option marked as selected, else the first one.
        if "selected" in given or self._select not in self.forms[-1].fields:
            self._put(self._select, given.get("value", ""))

    def _put(self, name: str, value: str) -> None:
        if name:
            self.forms[-1].names.add(name)
            self.forms[-1].fields[name] = value


class Page:
    """A page as a person has it before them."""

    def __init__(self, response: requests.Response) -> None:
        self.url, self.status, self.text = response.url, response.status_code, response.text

    def complaints(self) -> list[str]:
        """What the page says is wrong."""
        return [" ".join(TAG.sub("", text).split()) for text in COMPLAINT.findall(self.text)]

    def form(self, *names: str, to: str = "") -> Form:
        """Return the first form that has the fields ``names`` and is posted ``to`` that path.

        :raises LookupError: there is none.
        """
        reader = Forms()
        reader.feed(self.text)
        for form in reader.forms:
            if form.method == "post" and form.names.issuperset(names) and to in form.action:
                return form
        raise LookupError(f"{self.url} ({self.status}) has no form with {names} to {to!r}")


class Person:
    """Keeps cookies, as a browser does."""

    def __init__(self, home: str) -> None:
        self.home = home
        self._session = requests.Session()
        self._session.trust_env = False  # a proxy of the machine has no part in a loopback

    def open(self, path: str, **query: str) -> Page:
        return Page(self._session.get(urljoin(self.home, path), params=query, timeout=60))

    def submit(
        self, page: Page, typed: dict[str, str], to: str = "", button: tuple[str, str] = ("", "")
    ) -> Page:
        """Post the form of ``page`` that has the fields of ``typed``, filled in with them."""
        form = page.form(*typed, to=to)
        values = {**form.fields, **typed, **dict([button] if button[0] else [])}
        address = urljoin(page.url, form.action or page.url)
        headers = {"Referer": page.url, "Origin": self.home.rstrip("/")}
        return Page(self._session.post(address, data=values, headers=headers, timeout=60))
