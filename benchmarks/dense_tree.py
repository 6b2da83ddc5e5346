"""A tree in which every file needs a closer look: modules of the standard library, each with one Sealmetrics call put into it.

The same Python version makes the same tree. Tokens are made at run time, so that no file of the project holds one.
"""

from __future__ import annotations

import ast
import random
import string
import sysconfig
from pathlib import Path
from typing import Final, NamedTuple

FILES: Final = 200
SMALLEST: Final = 5_000
LARGEST: Final = 20_000
"""Sizes of the modules that are taken, in bytes."""

_STATEMENTS: Final = 8
"""How many statements a module has at least, so that there is ordinary code before and after the call."""

_IMPORTS: Final = "import os\n\nimport requests\n\n"
_CALL: Final = '''
def sealmetrics_accounts_{number}(account: str) -> list[dict[str, str]]:
    """Give the accounts that a credential can read."""
{lines}
    response.raise_for_status()
    return response.json()["data"]


'''
_ENVIRONMENT: Final = '    token = os.environ["SEALMETRICS_API_TOKEN"]'


class Snippet(NamedTuple):
    """A body that is put in."""

    rule: str
    """The rule that it breaks; none: a call that is right."""
    mark: str
    """What is on the line to report."""
    code: str


_SNIPPETS: Final = (
    Snippet(
        rule="hardcoded-token",
        mark="X-API-Key",
        code="""\
    headers = {{"X-API-Key": "{token}"}}
    response = requests.get("https://my.sealmetrics.com/api/v1/sites", headers=headers, timeout=10)""",
    ),
    Snippet(
        rule="insecure-endpoint",
        mark="http://",
        code=f"""\
{_ENVIRONMENT}
    headers = {{{{"Authorization": f"Bearer {{{{token}}}}", "Accept": "application/json"}}}}
    response = requests.get("http://api.sealmetrics.com/v1/accounts", headers=headers, timeout=10)""",
    ),
    Snippet(
        rule="unverified-tls",
        mark="verify=False",
        code=f"""\
{_ENVIRONMENT}
    headers = {{{{"Authorization": f"Bearer {{{{token}}}}"}}}}
    response = requests.get("https://api.sealmetrics.com/v1/accounts", headers=headers, verify=False, timeout=10)""",
    ),
    Snippet(
        rule="missing-bearer-scheme",
        mark="Authorization",
        code="""\
    url = f"https://api.sealmetrics.com/v1/accounts/{{account}}"
    response = requests.get(url, headers={{"Authorization": os.environ["SEALMETRICS_API_TOKEN"]}}, timeout=10)""",
    ),
    Snippet(
        rule="wrong-scheme",
        mark="Authorization",
        code=f"""\
{_ENVIRONMENT}
    url = f"https://api.sealmetrics.com/v1/accounts/{{{{account}}}}"
    response = requests.get(url, headers={{{{"Authorization": f"Token {{{{token}}}}"}}}}, timeout=10)""",
    ),
    Snippet(
        rule="",
        mark="",
        code=f"""\
{_ENVIRONMENT}
    headers = {{{{"Authorization": f"Bearer {{{{token}}}}"}}}}
    response = requests.get(f"https://api.sealmetrics.com/v1/accounts/{{{{account}}}}", headers=headers, timeout=10)""",
    ),
)
"""What is put in, by turns."""


class Planted(NamedTuple):
    """A fault, and where a scanner has to report it."""

    path: str
    line: int
    rule: str


def make(directory: Path) -> list[Planted]:
    """Write the tree into an empty directory, and say which faults are in it. Raises `OSError`."""
    chance = random.Random(7)  # noqa: S311 - reproducible on purpose
    planted = []
    for number, module in enumerate(_modules(chance)):
        snippet = _SNIPPETS[number % len(_SNIPPETS)]
        token = "sm_" + "".join(chance.choices(string.ascii_letters + string.digits, k=61))
        call = _CALL.format(number=number, lines=snippet.code.format(token=token))
        source = _with_call(module.read_text("utf-8"), call, chance)
        path = directory / f"package_{number % 10}" / f"{module.stem}_{number}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(source, "utf-8")
        if snippet.rule:
            at = source.index(snippet.mark, source.index(call))
            planted.append(Planted(path.relative_to(directory).as_posix(), source.count("\n", 0, at) + 1, snippet.rule))
    return planted


def _modules(chance: random.Random) -> list[Path]:
    """Choose modules of the wanted sizes, sorted before chance has its say."""
    library = Path(sysconfig.get_path("stdlib"))
    fits = [path for path in sorted(library.rglob("*.py")) if _fits(path, library)]
    return chance.sample(fits, FILES)


def _fits(path: Path, library: Path) -> bool:
    if not SMALLEST <= path.stat().st_size <= LARGEST or path.is_relative_to(library / "site-packages"):
        return False
    try:
        tree = ast.parse(path.read_bytes())
    except (SyntaxError, ValueError):  # among the library's tests are files that are broken on purpose
        return False
    return path.read_bytes().isascii() and len(tree.body) >= _STATEMENTS


def _with_call(source: str, call: str, chance: random.Random) -> str:
    """Put imports before the first statement that may follow them, and a function between two statements of the module."""
    lines = source.splitlines(keepends=True)
    body = ast.parse(source).body
    starts = [min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))]) - 1 for node in body]
    first = next(at for node, at in zip(body, starts, strict=True) if not _comes_first(node))
    later = [at for at, before in zip(starts[1:], body, strict=False) if at > first and (before.end_lineno or 0) <= at]
    middle = chance.choice(later)
    return "".join([*lines[:first], _IMPORTS, *lines[first:middle], call, *lines[middle:]])


def _comes_first(node: ast.stmt) -> bool:
    if isinstance(node, ast.ImportFrom):
        return node.module == "__future__"
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
