"""What the pages for developers and operators name is there: files, names, commands, links."""

import ast
import importlib
import re
import struct
from configparser import ConfigParser
from functools import cache
from pathlib import Path

import click
import pytest

import sync
from client_agent import cli as agent_cli
from server import cli as server_cli
from tests.test_house import BANNED_ENGLISH

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [*sorted(DOCS.rglob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
FENCE = re.compile(r"^( *)```.*?^\1```$", re.DOTALL | re.MULTILINE)
PACKAGES = ("client_agent", "demo", "reporting", "schemas", "server", "sync", "tests", "webui")
FILE = re.compile(r"[\w.-]+(?:/[\w.-]+)+\.(?:py|html|css|js|md|cfg|toml|lock|txt|json)")
FOLDER = re.compile(r"\w+(?:/[\w-]+)*/")
DOTTED = re.compile(rf"(?:{'|'.join(PACKAGES)})(?:\.\w+)+")
CALL = re.compile(r"(?:([A-Z]\w*)\.)?([a-z_]\w*)\(.*\)", re.DOTALL)
WORD = r"(?:[^\s`|&;)\"']+|\"[^\"$]*\"|'[^']*')"
COMMAND = re.compile(rf"khuyenhoc-(agent|server)((?: +{WORD})*)")
PROGRAMS = {"agent": agent_cli.cli, "server": server_cli.cli}
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)


def text(page):
    return page.read_text(encoding="utf-8")


def spans(page):
    """What a page quotes as code within its sentences."""
    return {" ".join(each.split()) for each in re.findall(r"`([^`]+)`", FENCE.sub("", text(page)))}


@cache
def modules():
    """Every file of Python in the packages and the tests."""
    return [path for name in PACKAGES for path in sorted((ROOT / name).rglob("*.py"))]


@cache
def defined():
    """Every function and class of the programs and tests; with a dot, of one file together."""
    names = set()
    for path in modules():
        code = path.read_text("utf-8")
        functions = set(re.findall(r"^ *(?:async )?def (\w+)", code, re.MULTILINE))
        classes = set(re.findall(r"^class (\w+)", code, re.MULTILINE))
        names |= functions | classes | {f"{c}.{f}" for c in classes for f in functions}
    return names


def is_known(call):
    """Whether a quoted call is of a function of ours, or of Python."""
    owner, name = CALL.fullmatch(call).groups()
    return f"{owner}.{name}" in defined() if owner else name in defined() or name in BUILTIN


BUILTIN = {"__import__", "print", "repr", "str"}


def resolves(dotted):
    """Whether a dotted path leads to a module or to a name in one."""
    parts = dotted.split(".")
    for end in range(len(parts), 0, -1):
        try:
            value = importlib.import_module(".".join(parts[:end]))
        except ModuleNotFoundError:
            continue
        for name in parts[end:]:
            if not hasattr(value, name):
                return False
            value = getattr(value, name)
        return True
    return False


@each_page
def test_every_file_and_folder_that_a_page_quotes_is_there(page):
    named = {each for each in spans(page) if FILE.fullmatch(each)}
    folders = {each for each in spans(page) if FOLDER.fullmatch(each)}
    ours = {each for each in folders if (ROOT / each.split("/")[0]).is_dir()}

    assert set() == {each for each in named | ours if not (ROOT / each).exists()}


@each_page
def test_every_dotted_name_and_function_that_a_page_quotes_is_there(page):
    dotted = {each.rstrip("()") for each in spans(page) if DOTTED.fullmatch(each.rstrip("()"))}
    calls = {each for each in spans(page) if CALL.fullmatch(each)}

    assert set() == {each for each in dotted if not resolves(each)}
    assert set() == {each for each in calls if not is_known(each)}


@each_page
def test_every_link_leads_to_a_page_and_a_heading(page):
    wrong = []
    for target in re.findall(r"\]\(([^)\s]+)\)", FENCE.sub("", text(page))):
        if "://" in target:
            continue
        path, _, heading = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.exists() or (heading and heading not in headings(file)):
            wrong.append(target)

    assert [] == wrong


def headings(page):
    """The addresses of the headings, as GitHub and the site make them."""
    titles = re.findall(r"^#+ (.*)$", FENCE.sub("", text(page)), re.MULTILINE)
    words = (re.sub(r"[^\w\s-]", "", title.lower()).strip() for title in titles)
    return {re.sub(r"\s", "-", each) for each in words}


@each_page
def test_every_command_that_a_page_shows_has_these_words_and_options(page):
    assert [] == [wrong for line in COMMAND.finditer(text(page)) if (wrong := unknown(line))]


def unknown(line):
    """The first word of a command that its program does not know; empty if it knows all."""
    command, is_value = PROGRAMS[line[1]], False
    for word in re.findall(WORD, line[2]):
        given = [each for each in command.params if isinstance(each, click.Option)]
        options = {name: each for each in given for name in each.opts}
        known = options.keys() | {"--help", "--version"}
        is_command = not (word.startswith("-") or is_value) and hasattr(command, "commands")
        if (word.startswith("--") and word not in known) or (
            is_command and word not in command.commands
        ):
            return f"{line[0]}: {word}"
        is_value = word in options and not options[word].is_flag
        command = command.commands[word] if is_command else command
    return ""


def test_the_reference_has_every_name_of_the_engine():
    reference = text(DOCS / "reference" / "sync.md")
    named = re.findall(r"^\.\. auto(?:class|function|exception):: sync\.(\w+)$", reference, re.M)

    assert sorted(sync.__all__) == sorted(named)


@pytest.mark.parametrize("kind", ["class", "function", "exception"])
def test_the_reference_builds_each_name_as_what_it_is(kind):
    reference = text(DOCS / "reference" / "sync.md")
    named = re.findall(rf"^\.\. auto{kind}:: (sync\.[\w.]+)$", reference, re.MULTILINE)
    values = [value_of(each) for each in named]
    errors = [isinstance(v, type) and issubclass(v, Exception) for v in values]

    assert values
    assert {isinstance(value, type) for value in values} == {kind != "function"}
    assert set(errors) == {kind == "exception"}


def value_of(dotted):
    module, _, name = dotted.rpartition(".")
    return getattr(importlib.import_module(module), name)


def test_every_page_is_in_a_table_of_contents():
    listed = set()
    for index in DOCS.rglob("index.md"):
        (names,) = re.findall(r"```\{toctree\}\n(?::.*\n)*\n(.*?)```", text(index), re.DOTALL)
        listed |= {(index.parent / f"{name}.md").resolve() for name in names.split()}

    assert set(DOCS.rglob("*.md")) == listed | {DOCS / "index.md"}


@pytest.mark.parametrize("name", ["centre", "province"])
def test_the_pictures_are_small_and_have_the_size_of_a_small_screen(name):
    picture = (DOCS / "pictures" / f"{name}.png").read_bytes()

    assert f"docs/pictures/{name}.png" in text(ROOT / "README.md")
    assert (1366, 768) == struct.unpack(">II", picture[16:24])
    assert len(picture) <= 120_000


def test_the_drawn_tree_is_the_tree():
    """Each name of the drawing in ``architecture.md`` is a module or a folder in its place."""
    drawing = re.search(r"```tree\n(.*?)```", text(DOCS / "architecture.md"), re.DOTALL)[1]
    wrong, folders = [], []
    for line in drawing.splitlines():
        indent, names = re.match(r"( *)(.*?)(?:  |$)", line).groups()
        folders = folders[: len(indent) // 2]
        for name in names.replace("…", "").split():
            path = ROOT.joinpath(*folders, name)
            if not (path.is_dir() if name.endswith("/") else path.with_suffix(".py").is_file()):
                wrong.append("/".join([*folders, name]))
        folders += [names.strip("/")] if names.endswith("/") and " " not in names else []

    assert [] == wrong


def test_every_folder_of_the_packages_is_in_the_drawn_tree():
    """A new folder has its line, and a reader finds it."""
    drawing = re.search(r"```tree\n(.*?)```", text(DOCS / "architecture.md"), re.DOTALL)[1]
    sections = re.split(r"^(?=\w+/)", drawing, flags=re.MULTILINE)
    drawn = {part.split("/")[0]: set(re.findall(r"([\w-]+)/", part)) for part in sections if part}
    folders = {path.parent.relative_to(ROOT) for path in modules() if path.name == "__init__.py"}
    products = [f for f in folders if f.parts and f.parts[0] in PACKAGES and f.parts[0] != "tests"]

    assert len(products) > 50
    assert [] == [str(f) for f in products if f.parts[-1] not in drawn[f.parts[0]]]


@each_page
def test_pages_are_written_in_the_fields_words(page):
    english = "" if page.name == "operations.vi.md" else FENCE.sub("", text(page))

    assert [] == BANNED_ENGLISH.findall(re.sub(r"`[^`]*`", "", english))


def test_every_own_word_has_the_fields_term_beside_it():
    """All tables but that of the domain, which pairs Vietnamese and English."""
    own = text(DOCS / "glossary.md").partition("## The domain")[0]
    rows = [row.strip("|").split("|") for row in own.splitlines() if row.startswith("| ")]

    assert len(rows) > 80
    assert [] == [row[0] for row in rows if 3 != len(row) or not all(map(str.strip, row))]


def test_the_glossary_knows_the_words_of_the_engine():
    """The names that a program needs, in lower case; a verb by the noun that it belongs to."""
    own = text(DOCS / "glossary.md").lower()
    verbs = {"accept", "answer", "ask", "decode", "encode", "share", "take", "outcome"}
    errors = {name for name in sync.__all__ if issubclass_of(name, Exception)}
    names = {name.lower() for name in set(sync.__all__) - errors} - verbs

    assert {"change", "replica", "timestamp"} <= names
    assert [] == [each for each in names if not re.search(rf"\b{each.rstrip('s')}s?\b", own)]


def issubclass_of(name, kind):
    value = getattr(sync, name)
    return isinstance(value, type) and issubclass(value, kind)


def test_the_journey_of_a_record_never_turns_back():
    """Of one program, the module of a later step imports none of an earlier step."""
    table = (
        text(DOCS / "architecture.md").split("## The journey of one record")[1].split("\n## ")[0]
    )
    steps = dict.fromkeys(re.findall(r"`((?:client_agent|server)/[\w/]+)\.py`", table))
    modules = [step.replace("/", ".") for step in steps]
    back = [
        (later, earlier)
        for place, later in enumerate(modules)
        for earlier in imported(later) & set(modules[:place])
    ]

    assert len(modules) > 8
    assert [] == back


def imported(module):
    """The modules and names that a module imports, with their whole paths."""
    tree = ast.parse((ROOT / f"{module.replace('.', '/')}.py").read_text("utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            parents = module.split(".")[: -node.level] if node.level else []
            path = ".".join([*parents, *([node.module] if node.module else [])])
            names |= {path} | {f"{path}.{each.name}" for each in node.names}
    return names


def test_the_drawn_layers_are_the_contract():
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    contract = config["importlinter:contract:layers"]["layers"]
    drawing = re.search(r"```layers\n(.*?)```", text(DOCS / "architecture.md"), re.DOTALL)[1]

    assert contract.split() == drawing.split()
