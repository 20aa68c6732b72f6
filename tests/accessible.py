"""Every page that an application offers, looked at by axe-core in a real browser.

Pages without parameters come from the routes; of the others, those that a page links to, and
those a test names. So a new page is looked at from the day it has an address, and one that
nothing leads to is found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import contextmanager
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Error, Page, sync_playwright
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule

from schemas.record import RecordSchema, fields

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
NO_PAGES = ("/api/", "/static/", "/healthz")
EACH = 3  # addresses of one page: as it is, with a filter, of another type
LINKS = 'links => links.map(link => new URL(link.getAttribute("href"), document.baseURI).href)'
# The first form that asks for words, and how nobody should fill it in.
WORDS = "textarea, input[type=text], input[type=number], input:not([type])"
FORM = f"""[...document.querySelectorAll("main form[method=post i]")]
  .find(form => form.querySelector("{WORDS}"))"""
HAS_FORM = f"!!{FORM}"
SPOIL = f"""async () => {{
  const form = {FORM};
  for (const field of form.querySelectorAll("{WORDS}")) field.value = field.required ? "" : "?!";
  const typed = new FormData(form, form.querySelector("button.btn-primary"));
  const is_file = form.enctype.startsWith("multipart");
  const body = is_file ? typed : new URLSearchParams(typed);
  const answer = await fetch(form.action, {{method: "POST", body}});
  return await answer.text();
}}"""


def various(schemas: Iterable[type[RecordSchema]]) -> list[type[RecordSchema]]:
    """A few of those types that have among them every kind of field that there is."""
    kinds = {schema: set(map(type, fields(schema).values())) for schema in schemas}
    chosen, missing = [], set().union(*kinds.values())
    while missing:
        best = max(kinds, key=lambda schema: (len(kinds[schema] & missing), schema.record_type))
        chosen.append(best)
        missing -= kinds[best]
    return chosen


@contextmanager
def sitting(width=1366, height=768):
    """A page of a browser that is closed at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_context(viewport={"width": width, "height": height}).new_page()
        page.set_default_timeout(60_000)
        yield page
        browser.close()


class Tour:
    """``faults`` are what axe found, by the page that has it."""

    def __init__(self, app: Flask, page: Page, address: str) -> None:
        self.app, self.page, self.address = app, page, address
        self.routes = app.url_map.bind(urlsplit(address).netloc)
        self.visited: Counter[str] = Counter()
        self.files: set[str] = set()  # endpoints that answer with something else than a page
        self.faults: dict[str, list[str]] = {}
        self.axe = Axe()
        self._known: set[tuple[str, ...]] = set()
        self._places: dict[str, str] = {}  # an address of each page

    def pages(self) -> list[Rule]:
        """The routes that a person may open."""
        rules = (rule for rule in self.app.url_map.iter_rules() if "GET" in rule.methods)
        return [rule for rule in rules if not rule.rule.startswith(NO_PAGES)]

    def walk(self, more: Iterable[str] = (), with_links: bool = True) -> None:
        """Open all pages without parameters, ``more``, and what they lead to."""
        waiting = [rule.rule for rule in self.pages() if not rule.arguments] + list(more)
        wanted = set(waiting)
        while waiting:
            path = waiting.pop(0)
            if self._is_new(path, path in wanted) and self.visit(path) and with_links:
                links = self.page.eval_on_selector_all("a[href]", LINKS)
                waiting += [link[len(self.address) :] for link in links if self._is_ours(link)]

    def visit(self, path: str) -> bool:
        """Open a page and look at it; False if it is a file."""
        try:
            answer = self.page.goto(self.address + path)
        except Error as error:
            if "Download is starting" not in str(error):
                raise
            answer = None
        endpoint = self._endpoint(path)
        if answer is None or "html" not in answer.headers["content-type"]:
            self.files.add(endpoint)
            return False
        assert answer.status < 500, path
        if answer.status < 400:  # else it is the page that says no
            self.visited[endpoint] += 1
            self._places.setdefault(endpoint, path)
        self.look(path)
        return True

    def spoil_all(self) -> None:
        """Send a form of every page with nonsense in it, and look at what comes of it."""
        for path in self._places.values():
            self.page.goto(self.address + path)
            if self.page.evaluate(HAS_FORM):
                self.page.set_content(self.page.evaluate(SPOIL))
                self.look(f"{path} with nonsense")

    def press(self, path: str, button: str, **typed: str) -> None:
        """Fill in some fields of a page, press a button, and look at what comes of it."""
        self.page.goto(self.address + path)
        for name, text in typed.items():
            self.page.fill(f"[name={name}]", text)
        with self.page.expect_navigation():
            self.page.locator(button).first.click()
        self.look(f"{path} after {button}")

    def look(self, name: str) -> None:
        found = self.axe.run(self.page).response["violations"]
        faults = [
            f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
            for rule in found
            for node in rule["nodes"]
        ]
        if faults:
            self.faults[name] = faults

    def unseen(self) -> set[str]:
        """The routes that were not opened."""
        return {rule.endpoint for rule in self.pages()} - self.visited.keys() - self.files

    def _is_ours(self, link: str) -> bool:
        return link.startswith(f"{self.address}/") and bool(self._endpoint(link))

    def _is_new(self, path: str, is_wanted: bool) -> bool:
        """Whether the page is worth a look: another one, or the same with other filters."""
        endpoint, split = self._endpoint(path), urlsplit(path)
        if split.path.startswith(NO_PAGES) or endpoint in self.files:
            return False
        keys = sorted(pair.partition("=")[0] for pair in split.query.split("&") if pair[-1:] != "=")
        kind = (endpoint, *keys) if not is_wanted else (split.path, split.query)
        enough = self.visited[endpoint] >= EACH and not is_wanted
        is_new = not enough and kind not in self._known
        self._known |= {kind}
        return is_new

    def _endpoint(self, path: str) -> str:
        """The name of the page at an address; empty if there is none."""
        try:
            return str(self.routes.match(urlsplit(path).path, "GET")[0])
        except HTTPException:
            return ""
