"""Whatever a person reads is said in the language that is spoken: no bare sentence stands in window or plain mode."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.sources import modules, tree

SPOKEN = ("tabletop/ui/", "tabletop/command/plain_session.py", "tabletop/words/")
"""Where sentences are shown; the words of commands, their help and errors are English in every language."""

ASKED = {"_", "N_", "ngettext"}
"""What makes a sentence one of the catalogue."""

UNREAD = {"cast", "import_module", "_later", "getattr", "compile", "query", "query_one", "on"}
"""Calls whose words are names for the program."""

COMMAND = "tabletop "
"""How a command line begins; it is the same in every language."""

STYLE = re.compile(r"(?:bold|italic|dim|underline|strike|reverse|on|\$[\w-]+|[\w%#().-]*\{\})(?: (?!$)|$)")
SELECTOR = re.compile(r"(?:[.#][\w-]+ )+\.?\w+|\w+, (?:Input|TextArea)")
LETTERS = re.compile(r"[^\W\d_]{2,}")

NAMES = {
    "tabletop/ui/tui/app.py": {"The Remaining Fifth"},
    "tabletop/ui/plain/session.py": {"{} (v off, v adviser, v coach)"},
    "tabletop/ui/tui/screens/replay/whatif.py": {"position terms=scope:energy"},
    "tabletop/ui/tui/shell/terminal_sample.py": {"Aa Éé Łł Жж Щщ Її Єє Ґґ"},
}
"""The title of the window before a language is known, what is typed as it stands, and letters that try a terminal."""

TABLES = re.compile(r"tabletop/words/language/(?:i18n|sanitize|reduced)\.py")
"""The keeper of languages, and patterns over characters."""


def bare(node: ast.AST) -> Iterator[tuple[int, str]]:
    """The sentences below a node that no catalogue holds, with their line."""
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in ASKED | UNREAD:
            return
        case ast.Call(func=ast.Attribute(attr=name)) if name in UNREAD:
            return
        case ast.keyword(arg="classes" | "group" | "id"):
            return
        case ast.Raise() | ast.Expr(value=ast.Constant()):
            return
        case ast.JoinedStr(values=parts):
            said = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts)
            if is_sentence(said):
                yield node.lineno, said
            below: list[ast.AST] = [part for part in parts if not isinstance(part, ast.Constant)]
        case ast.Constant(value=str() as said):
            if is_sentence(said):
                yield node.lineno, said
            return
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            below = [*node.args.defaults, *filter(None, node.args.kw_defaults), *node.body]
        case ast.AnnAssign(value=value):
            below = [value] if value else []
        case _:
            below = list(ast.iter_child_nodes(node))
    for each in below:
        yield from bare(each)


def is_sentence(said: str) -> bool:
    """Whether words are for a person: more than one, and neither a style nor a selector."""
    words = said.strip()
    if words.startswith(COMMAND) or " " not in words or not LETTERS.search(words.replace("{}", "")):
        return False
    return bool(STYLE.sub("", words)) and not SELECTOR.fullmatch(words)


@pytest.mark.parametrize("module", [name for name in modules() if name.startswith(SPOKEN)])
def test_no_sentence_is_bare(module: str) -> None:
    if TABLES.match(module):
        return
    found = [each for each in bare(tree(module)) if each[1] not in NAMES.get(module, set())]
    assert not found, f"say it with _() or N_(): {found}"


@pytest.mark.parametrize("module", [name for name in modules() if name.startswith(SPOKEN)])
def test_every_sentence_can_be_gathered(module: str) -> None:
    """What gathers sentences reads tokens, and in Python 3.11 those of an f-string are one."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.JoinedStr):
            hidden = any(
                isinstance(each, ast.Call)
                and isinstance(each.func, ast.Name)
                and each.func.id in ASKED
                and isinstance(each.args[0], ast.Constant)
                for each in ast.walk(node)
            )
            assert not hidden, f"{module}:{node.lineno} hides a sentence in an f-string: {ast.unparse(node)}"


LABEL = {"Hint": 1, "Binding": 2}
"""Place of the words of a hint and of a key."""


@pytest.mark.parametrize("module", [name for name in modules() if name.startswith("tabletop/ui/")])
def test_every_hint_and_every_key_is_in_the_catalogue(module: str) -> None:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in LABEL:
            place = LABEL[node.func.id]
            words = node.args[place] if len(node.args) > place else None
            bare_words = isinstance(words, ast.Constant | ast.JoinedStr)
            assert not bare_words, f"{module}:{node.lineno} says {ast.unparse(node)} in one language only"


def test_a_bare_sentence_is_found() -> None:
    source = 'x.update(Content(f"Not complete: {y}."), "bold $accent")\nz = _("said") + cell("one two")'
    assert [said for _, said in bare(ast.parse(source))] == ["Not complete: {}.", "one two"]
