"""The rules of the house that no linter has."""

import ast
import io
import re
import subprocess
import sys
import tokenize
from functools import cache
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from client_agent.cli import cli as agent_cli
from schemas import areas, forms, measures
from schemas.areas import DIRECTIONS, INTERNAL, PUBLISHED
from schemas.codes import CODE
from schemas.export.openapi import component
from schemas.fields import Choice, Consent, Day, Flag, Number, Reference, Score, Year
from schemas.fields.adding import AS_WHOLE, CLOSING, LEVEL, OPENING, PROFILE, STOCK, WAYS
from schemas.importing.intake import read_csv
from schemas.owners import CENTRE, OWNERS
from schemas.record import AREA, direction, families, fields, owner_of, owners_of, record_types
from schemas.registers import REGISTERS
from schemas.tables.columns import projection
from schemas.tables.tabular import write_csv
from server.cli import cli as server_cli
from tests.schemas.sentences import one_sided

ROOT = Path(__file__).parents[1]
PACKAGES = ("sync", "schemas", "reporting", "webui", "server", "client_agent")
SOURCES = sorted(path for name in PACKAGES for path in (ROOT / name).rglob("*.py"))
# What shows, measures and starts the product, in the same words.
OTHERS = [
    ROOT / "run.py",
    *sorted(p for n in ("benchmarks", "demo") for p in (ROOT / n).rglob("*.py")),
]
each_type = pytest.mark.parametrize("schema", record_types().values(), ids=list(record_types()))
NOUNS = (
    "answer|centre|change|character|commune|conflict|day|district|field|file|hour|machine|minute|"
    "point|record|row|second|thing|time|type|year"
)
MANY = re.compile(rf"\{{(?!least|most|hours|days)\w+\}} (?:new |more )?(?:{NOUNS})s\b")
SPELLED_BY_SQLITE_ALONE = re.compile(
    r"insert or \w+|\biif\(|(?:from |into |update |table |column |main\.|\bt\.)\[\{?\w",
    re.IGNORECASE,
)
SQL = ("select ", "insert into ", "delete from ", "update ")

PRIVATE_WORDS = {"told", "said", "anew"}  # banned as a part of a name, too
BANNED_NAMES = PRIVATE_WORDS | {
    *("found", "here", "mine", "held", "stands", "lies", "remains", "theirs"),
}
# A lock and an activity are held in everybody's English; "Held on" is the label of its day.
BANNED_ENGLISH = re.compile(
    r"\b(?:told|said|anew|stands|lies)\b|\bis it that\b|\bwhat it could do without\b|"
    r"(?<!lock )(?<!locks )(?<!activity )(?<!activities )"
    r"(?<!lock is )(?<!activity is )(?<!activities are )\bheld\b(?! on\b)",
    re.IGNORECASE,
)
# Of libraries, whose names begin so although everybody may use them.
OPEN = {"_replace", "_asdict", "_fields", "_make", "_exit", "_map", "_declared_fields"}
QUOTED = re.compile(r"``.*?``", re.DOTALL)  # names that are stored, in the middle of a sentence


def sources(*but):
    """Every module of ours, but those below the given paths."""
    return [path for path in SOURCES if not path.relative_to(ROOT).as_posix().startswith(but)]


def name(path):
    return path.relative_to(ROOT).as_posix()


class Facts(NamedTuple):
    """What the rules ask of a module."""

    text: str
    is_empty: bool
    docstring: str
    long: list[str]  # functions
    sql: list[str]
    english: list[str]  # of labels
    making: list[int]  # lines that make a file or folder with the system's own mode
    names: set[str]  # every identifier
    prose: list[str]  # docstrings, comments and the English of labels


@cache
def facts(path):
    """The facts of a module, which is read and parsed once for all rules."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    nodes = list(ast.walk(tree))
    functions = [n for n in nodes if isinstance(n, ast.FunctionDef)]
    texts = [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return Facts(
        text,
        not tree.body,
        ast.get_docstring(tree) or "",
        [f.name for f in functions if f.end_lineno - f.lineno >= 30 + _docstring(f)],
        [t for t in texts if t.strip().lower().startswith(SQL)],
        _english(nodes),
        [n.lineno for n in nodes if isinstance(n, ast.Call) and _makes_a_file(n)],
        _identifiers(nodes),
        [*_docstrings(nodes), *_comments(text), *_english(nodes)],
    )


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_modules_and_functions_are_short(path):
    # Past 400 lines look for two subjects; nothing is cut where a ruler ends.
    assert len(facts(path).text.splitlines()) <= 400
    assert [] == facts(path).long


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_module_says_first_which_question_it_answers(path):
    assert facts(path).is_empty or facts(path).docstring


@pytest.mark.parametrize("path", sources("server/config.py", "client_agent/config.py"), ids=name)
def test_only_the_configuration_reads_the_environment(path):
    assert "os.environ" not in facts(path).text
    assert "getenv" not in facts(path).text


@pytest.mark.parametrize("path", sources("sync/stores/", "reporting/"), ids=name)
def test_only_stores_and_reports_contain_sql(path):
    found = facts(path).sql

    assert [] == [text for text in found if " from " in text.lower() or " set " in text.lower()]


@pytest.mark.parametrize("path", sources(), ids=name)
def test_sql_is_in_the_spelling_that_sqlite_and_postgresql_share(path):
    assert [] == SPELLED_BY_SQLITE_ALONE.findall(facts(path).text)


@pytest.mark.parametrize("path", sources("sync/stores/private_files.py"), ids=name)
def test_only_one_module_makes_files_and_folders(path):
    assert [] == facts(path).making


@pytest.mark.parametrize(
    ("code", "is_found"),
    [
        ("open(path, 'w')", True),
        ("open(path, mode='ab')", True),
        ("path.open('x')", True),
        ("path.open('r+b')", False),  # what is there keeps its mode
        ("path.open(mode)", True),  # who knows
        ("path.open('rb' if there else 'wb')", True),
        ("archive.open(name, 'w')", False),
        ("archive.open('content.xml')", False),
        ("path.open()", False),
        ("path.mkdir()", True),
        ("path.write_text('')", True),
        ("shutil.copyfile(a, b)", True),
        ("ZipFile(path, 'w')", False),  # of a file that is open; a path is found in use
        ("os.open(path, os.O_RDWR | os.O_CREAT)", True),
        ("os.open(path, os.O_RDONLY)", False),
        ("RotatingFileHandler(path)", True),
    ],
)
def test_a_call_that_makes_a_file_is_known(code, is_found):
    assert is_found == _makes_a_file(ast.parse(code).body[0].value)


@pytest.mark.parametrize("path", sources(), ids=name)
def test_no_english_sentence_speaks_of_1_changes(path):
    assert [] == [text for text in facts(path).english if MANY.search(text)]


@pytest.mark.parametrize("path", [*SOURCES, *OTHERS], ids=name)
def test_names_are_the_fields_words(path):
    assert [] == sorted(filter(_is_private_language, {path.stem, *facts(path).names}))
    assert [] == [text for text in facts(path).prose if BANNED_ENGLISH.search(QUOTED.sub("", text))]


@pytest.mark.parametrize(
    ("code", "faults"),
    [
        ("def f(told): return told", ["told"]),
        ("def who_said(): pass", ["who_said"]),
        ("self._found = rows.held", ["_found", "held"]),
        ("class Told: pass", ["Told"]),
        ("raise NotFound", []),
        ("call(here=1)", ["here"]),
        ("from a import mine as own", ["mine"]),
        ("held_on = Day(), 'said'", []),
        ('"""What it said."""', ["What it said."]),
        ("x = 1  # it stands below", ["# it stands below"]),
        ("x = '# it stands below'", []),
        ('"""The ``told`` column."""', []),
        ("# the lock is held", []),
        ("# held by others", ["# held by others"]),
        ('Label("Ngày", "Held on")', []),
        ('Label("Ngày", "It lies in the folder.")', ["It lies in the folder."]),
    ],
)
def test_a_private_word_is_known(code, faults):
    nodes = list(ast.walk(ast.parse(code)))
    prose = [*_docstrings(nodes), *_comments(code), *_english(nodes)]
    names = filter(_is_private_language, _identifiers(nodes))

    assert faults == [
        *sorted(names),
        *(text for text in prose if BANNED_ENGLISH.search(QUOTED.sub("", text))),
    ]


def test_a_test_uses_what_everybody_may_use():
    """A private name of a store or a page may change; then a test that reads it is in the way."""
    paths = [path for path in (ROOT / "tests").rglob("*.py") if "released" not in path.parts]
    reached = {name(path): _private_names(path.read_text(encoding="utf-8")) for path in paths}

    assert {} == {path: names for path, names in reached.items() if names}


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("store._log.clear()", {"_log"}),
        ("self._log.clear()", set()),
        ("entry._replace(feed='')", set()),
        ("module.__file__", set()),
        ("# store._log", set()),
    ],
)
def test_a_private_name_of_another_is_known(code, names):
    assert names == _private_names(code)


@pytest.mark.parametrize("group", [agent_cli, server_cli], ids=["agent", "server"])
def test_every_command_and_option_has_help(group):
    commands = [group, *group.commands.values()]
    options = [o for c in commands for o in c.params if isinstance(o, click.Option)]

    assert [] == [c.name for c in commands if not c.help]
    assert [] == [o.name for o in options if not o.help]


@each_type
def test_every_record_type_and_field_is_named_and_explained_in_both_languages(schema):
    found = fields(schema).values()
    labels = [schema.label, schema.help, *(field.label for field in found)]
    helps = {name: field.help for name, field in fields(schema).items()}

    assert [] == [name for name, help in helps.items() if help is None]
    assert [] == [label for label in (*labels, *helps.values()) if not all(map(str.strip, label))]


@each_type
def test_every_record_type_has_an_owner_a_register_and_a_direction(schema):
    assert owners_of(schema) <= OWNERS.keys()
    assert schema.register in REGISTERS
    assert direction(schema) in DIRECTIONS
    assert (schema.lives_in == areas.CENTRE) == (schema.owner == CENTRE)


@each_type
def test_what_is_known_of_persons_goes_down_to_no_other_centre(schema):
    personal = [name for name, field in fields(schema).items() if field.personal]

    assert schema.lives_in != PUBLISHED or personal == []


@each_type
def test_a_natural_key_is_always_filled_in(schema):
    assert [] == [n for n in schema.natural_key if n != AREA and not fields(schema)[n].required]


@each_type
def test_what_is_kept_of_a_person_says_why_and_how_long_and_asks_where_it_must(schema):
    kept = {name: field for name, field in fields(schema).items() if field.personal}
    consents = [name for name, field in fields(schema).items() if isinstance(field, Consent)]

    assert all(field.personal.years and all(field.personal.purpose) for field in kept.values())
    assert set(consents) == {f.personal.consent for f in kept.values() if f.personal.consent}
    assert [] == [name for name, f in kept.items() if f.personal.consent and f.required]


@each_type
def test_every_record_type_has_a_form_a_file_columns_and_a_component(schema):
    example = schema.example()
    typed = forms.texts(schema, example)
    read = [forms.read(schema, typed, role, before=example) for role in owners_of(schema)]
    (line,) = read_csv(schema, "".join(write_csv(schema, [example], "vi")), schema.owner)
    mine = {n: value for n, value in example.items() if owner_of(schema, n) == schema.owner}

    assert example == {name: value for found in read for name, value in found.items()}
    assert mine == line.values
    assert projection(schema).row(example)[schema.title_field] is not None
    assert fields(schema).keys() == component(schema)["properties"].keys() | families(schema)


@each_type
def test_every_number_says_how_it_adds_up(schema):
    """Never guessed: members do not add up over time, attendances do."""
    known = {name: getattr(field, "cell", field) for name, field in fields(schema).items()}
    numbers = [n for n, f in known.items() if isinstance(f, Number | Score | Flag)]
    parts = [n for n in numbers if known[n].adds == AS_WHOLE]

    assert [] == [n for n in numbers if known[n].adds not in {*WAYS, AS_WHOLE}]
    assert [] == [n for n in parts if not known[n].of]
    assert [] == [n for n in numbers if known[n].adds in (PROFILE, STOCK) and not _timed(schema)]


def _timed(schema):
    """Whether it is known of when its stocks are."""
    return (
        schema.in_force is not None
        or schema.series is not None
        or schema.natural_key == (AREA,)
        or measures.placed_by(schema)
    )


@each_type
def test_a_type_with_a_first_and_a_last_day_says_whether_it_is_in_force_between_them(schema):
    pairs = [name for name, field in fields(schema).items() if getattr(field, "after", None)]
    years = {name for name, field in fields(schema).items() if isinstance(field, Year)}
    span = [name for name in schema.in_force or () if name]

    assert "in_force" in vars(schema) or not (pairs or len(years) > 1)
    assert set(span) <= {*years, *(n for n, f in fields(schema).items() if isinstance(f, Day))}


@each_type
def test_a_series_is_the_natural_key_without_what_says_when(schema):
    ways = {f.adds for f in fields(schema).values() if not isinstance(f, Choice)}
    needs = ways & {STOCK, LEVEL, OPENING, CLOSING} and not schema.in_force
    timeless = [n for n in schema.natural_key if not isinstance(fields(schema).get(n), Year | Day)]

    assert bool(schema.series) == bool(needs and schema.natural_key != (AREA,)) or not needs
    assert schema.series is None or schema.series[0] == AREA
    assert set((schema.series or ())[1:]) <= {*timeless}


@each_type
def test_a_rate_is_of_two_figures_that_rest_on_the_same_records(schema):
    sides = [(one.part, one.whole) for one in schema.rates.values()]

    assert [] == [s for s in sides if not {*s} <= measures.sums(schema).keys()]
    assert [] == [s for s in sides if measures.way(schema, s[0]) != measures.way(schema, s[1])]


@each_type
def test_a_choice_is_a_code_list_or_closed_and_its_codes_fit_a_column(schema):
    choices = [field for field in fields(schema).values() if isinstance(field, Choice)]
    codes = [code for field in choices for code in field.codes.options]

    assert [] == [code for code in codes if not CODE.fullmatch(code)]


def test_two_choices_of_one_code_list_have_the_same_codes():
    found = {}
    for schema in record_types().values():
        for field in fields(schema).values():
            if isinstance(field, Choice) and field.codes.name:
                found.setdefault(field.codes.name, []).append(field.codes.options)

    assert [] == [name for name, lists in found.items() if any(one != lists[0] for one in lists)]


def test_a_reference_leads_to_a_type_that_there_is():
    types = record_types()
    wanted = {f.to for s in types.values() for f in fields(s).values() if isinstance(f, Reference)}

    assert wanted
    assert wanted <= types.keys()


@each_type
def test_a_record_names_no_other_that_its_readers_cannot_see(schema):
    """What the offices keep is named in what they keep alone; their persons nowhere."""
    named = [record_types()[f.to] for f in fields(schema).values() if isinstance(f, Reference)]
    close = [one for one in named if any(field.personal for field in fields(one).values())]
    kept = {one.record_type for one in named if one.lives_in == INTERNAL}
    above = {one.record_type for one in named if one.lives_in != areas.CENTRE}

    assert not kept or schema.lives_in == INTERNAL
    assert [] == [one for one in close if one.lives_in == INTERNAL]
    assert schema.lives_in == areas.CENTRE or len(above) == len({*named})


@pytest.mark.parametrize(
    "module", ["client_agent.texts", "client_agent.web.texts", "server.texts", "server.web.texts"]
)
def test_every_sentence_is_there_in_both_languages(module):
    texts = __import__(module, fromlist=["TEXTS"]).TEXTS

    assert [] == one_sided(texts)


def test_every_error_is_drawn_in_the_tree():
    text = (ROOT / "sync" / "errors.py").read_text(encoding="utf-8")
    tree = ast.parse(text)
    names = [node.name for node in tree.body if isinstance(node, ast.ClassDef)]

    assert names
    assert [] == [each for each in names if each not in (ast.get_docstring(tree) or "")]


def test_every_exception_of_the_linter_has_its_reason():
    """Beside it, or above the paragraph that it is in."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    rules = text.split("\nignore = [", 1)[1].split("\n[tool.ruff.lint.flake8", 1)[0]
    unexplained = [
        line
        for paragraph in rules.split("\n\n")
        if not paragraph.startswith("#")
        for line in paragraph.splitlines()
        if re.search(r'"[A-Z]+[0-9]*"', line) and "#" not in line
    ]

    assert '"D401"' in rules
    assert [] == unexplained


def test_the_readme_names_the_two_commands():
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    assert "python3 run.py demo" in text
    assert "python3 run.py test" in text


def test_the_agent_imports_nothing_of_the_server():
    """An agent's PC has only the base install: Flask-Login and the like are not there."""
    code = "import sys, client_agent.cli, client_agent.web; print([m for m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    loaded = done.stdout

    assert "client_agent.web" in loaded
    assert "'server'" not in loaded
    assert "flask_login" not in loaded


def _docstring(function):
    first = function.body[0]
    is_text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return first.end_lineno - first.lineno + 1 if is_text else 0


MAKERS = re.compile(
    "mkdir|makedirs|write_text|write_bytes|touch|copy2|copyfile|copytree|copymode|mkstemp|"
    "NamedTemporaryFile|FileHandler|RotatingFileHandler|TimedRotatingFileHandler|mknod|mkfifo"
)
MAKING = re.compile(r"[rbt]*[wax][rbt+]*")  # modes of ``open``


def _makes_a_file(call):
    """Whether the call makes a file or folder whose mode is left to the umask."""
    name = ast.unparse(call.func)
    if name == "os.open":
        return "O_CREAT" in ast.unparse(call)
    if MAKERS.fullmatch(name.rpartition(".")[2]):
        return True
    if name != "open" and not (name.endswith(".open") and len(call.args) < 2):
        return False
    modes = [*call.args[name == "open" :], *(k.value for k in call.keywords if k.arg == "mode")]
    return any(map(_may_make, modes))


def _may_make(mode):
    """Whether ``open`` makes a file in that mode; one that is worked out may."""
    texts = [str(n.value) for n in ast.walk(mode) if isinstance(n, ast.Constant)]
    return "mode" in ast.unparse(mode) or any(MAKING.fullmatch(text) for text in texts)


def _english(nodes):
    calls = [n for n in nodes if isinstance(n, ast.Call)]
    labels = [n for n in calls if isinstance(n.func, ast.Name) and n.func.id == "Label"]
    return [a.value for n in labels for a in n.args[1:] if isinstance(a, ast.Constant)]


def _is_private_language(identifier):
    plain = identifier.lower().strip("_")
    return plain in BANNED_NAMES or not PRIVATE_WORDS.isdisjoint(plain.split("_"))


def _identifiers(nodes):
    """Variables, parameters, functions, attributes, classes, modules; imported or our own."""
    parts = ("id", "arg", "attr", "name", "asname")
    values = [getattr(node, part, None) for node in nodes for part in parts]
    return {word for v in values if isinstance(v, str) for word in v.split(".")}


def _docstrings(nodes):
    kinds = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    texts = [ast.get_docstring(node) for node in nodes if isinstance(node, kinds)]
    return [text for text in texts if text]


def _comments(text):
    """The comments with a banned word in them: only their lines are worth a tokenizer."""
    if not any("#" in line and BANNED_ENGLISH.search(line) for line in text.splitlines()):
        return []
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT]


def _private_names(text):
    """The private attributes that a module takes from others than itself."""
    if not re.search(r"\._[a-z]", text):
        return set()  # not worth parsing
    nodes = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Attribute)]
    others = [n for n in nodes if ast.unparse(n.value) not in ("self", "cls", "super()")]
    return {n.attr for n in others if re.match("_[a-z]", n.attr)} - OPEN
