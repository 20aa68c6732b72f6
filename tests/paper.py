"""What is printed, as pages of text: a real Chromium writes the PDF, poppler reads it back."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import jinja2
import pytest

from schemas import html
from schemas.export import printing

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
ADDRESS = "http://paper.example/"
LETTERHEAD = printing.Letterhead("TTHTCĐ xã Mường Bi", ("Tỉnh Hòa Bình", "Huyện Tân Lạc"))


class Printer:
    def __init__(self, page, folder: Path):
        self._page, self._folder, self._text = page, folder, ""
        self._env = jinja2.Environment(autoescape=True)
        html.install(self._env)
        page.route(f"{ADDRESS}**", self._answer)

    def drawn(self, name: str, lang: str, shown: dict) -> str:
        template = self._env.get_template(f"schemas/printed_{name}.html")
        return template.render(lang=lang, letterhead=LETTERHEAD, back="/", **shown)

    def pages(self, text: str) -> list[str]:
        """The pages of that document, as text."""
        self._text = text
        self._page.goto(ADDRESS)
        path = self._folder / "paper.pdf"
        self._page.pdf(path=path, prefer_css_page_size=True)
        read = ["pdftotext", "-layout", path, "-"]
        text = subprocess.run(read, capture_output=True, check=True).stdout.decode()
        return text.split("\f")[:-1]

    def papers(self, texts: Iterable[str]) -> list[list[str]]:
        """The pages of each of several documents of one shape, printed in one go."""
        first, *more = texts
        sheets = [
            re.search(r'<div class="kp-paper.*</div>(?=\s*</main>)', t, re.DOTALL)[0] for t in more
        ]
        apart = "".join(f'<div style="break-before: page">{sheet}</div>' for sheet in sheets)
        found: list[list[str]] = []
        for page in self.pages(first.replace("</main>", f"{apart}</main>")):
            if "Độc lập - Tự do - Hạnh phúc" in page:
                found.append([])
            found[-1].append(page)
        return found

    def _answer(self, route) -> None:
        name = route.request.url.rpartition("/")[2]
        if name in html.files():
            route.fulfill(path=html.files()[name])
        else:
            route.fulfill(body=self._text, content_type="text/html; charset=utf-8")


@contextmanager
def printer(folder: Path) -> Iterator[Printer]:
    if not (CHROMIUM.exists() and shutil.which("pdftotext")):
        pytest.skip("no Chromium or no poppler-utils on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield Printer(browser.new_page(), folder)
        browser.close()
