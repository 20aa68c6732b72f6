"""How ``python3 run.py docs`` builds the site: these pages, and the engine's reference.

Sphinx reads the docstrings, MyST the Markdown, which stays readable where it is. A warning is
an error (``-W``), so a link to a heading or a name that is gone fails the build.
"""

import inspect
import re
import sys
from pathlib import Path

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parents[1]))  # the checkout documents itself

project = "Khuyến Học"
language = "en"
html_theme = "alabaster"
html_theme_options = {"page_width": "84rem", "description": "Records offline, synced later"}
html_copy_source = html_show_copyright = False
extensions = ["myst_parser", "sphinx.ext.autodoc"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
add_module_names = False

# Examples that are data, not code, and not to be coloured.
PLAIN = ("bundle", "context", "envelope", "handover", "hex", "layers", "tree", "words")


def shorten(*event: object) -> tuple[str, object] | None:
    """The signature of a dataclass as its author would write it, without the paths of its types."""
    *_, signature, returns = event
    if not signature:
        return None
    text = re.sub(r"~?(?:\w+\.)+(\w+)", r"\1", str(signature))
    return re.sub(r"<class '(\w+)'>", r"\1", text.replace("<factory>", "{}")), returns


def describe_fields(*event: object) -> None:
    """Name the fields of a dataclass with the comments behind them: units, and what they mean."""
    _, what, _, value, _, lines = event
    has_fields = hasattr(value, "__dataclass_fields__") or hasattr(value, "_fields")
    if what == "class" and has_fields and isinstance(value, type) and isinstance(lines, list):
        source = inspect.getsource(value)
        comments = re.findall(r"^    (\w+): .*?  # (.+)$", source, re.MULTILINE)
        lines += [f":param {field}: {comment}" for field, comment in comments]


def setup(app: Sphinx) -> None:
    app.connect("autodoc-process-signature", shorten)
    app.connect("autodoc-process-docstring", describe_fields)
    for name in PLAIN:
        app.add_lexer(name, TextLexer)
