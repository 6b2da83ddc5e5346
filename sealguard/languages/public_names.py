"""Finds environment variables whose names make bundlers write their values into what browsers get: where they are read and defined."""

from __future__ import annotations

import posixpath
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from sealguard.facts import PublicVariable, Zone
from sealguard.model import Span

if TYPE_CHECKING:
    from sealguard.facts import Facts
    from sealguard.profile import Profile

_MOST: Final = 2_000
_BEFORE: Final = 400
"""How far back an import or a pattern that takes variables apart may begin."""
_PROGRAMS: Final = frozenset({"javascript", "typescript", "tsx", "python", "vue", "svelte", "astro", "html"})
"""Languages in which `NAME =` and `NAME:` bind names of their own."""
_READ: Final = re.compile(
    r"(?:\benv(?:ironment)?|\bENV|\b_ENV|\b_SERVER|\benviron|\bEnv)\s*(?:!?\.|\?\.|\??\.?\[\s*[\"'`]?|\.\w{1,20}\(\s*[\"'`])\s*$"
    r"|\b(?:env|[gG]et_?[eE]nv(?:ironmentVariable)?|LookupEnv|Getenv|GetEnvironmentVariable|getenv|config|var|fromEnvironment)\(\s*[\"'`]$"
)
_DELETED: Final = re.compile(r"\b(?:delete|del|unset)\s+[\w.]*(?:\??\.?\[\s*[\"'`]?)?\s*$")
_TAKEN_APART: Final = re.compile(
    r"[^{}]*\}\s*(?::[^=\n]{0,80})?(?:from\s*[\"'](?:\$env/|astro:env/)|=\s*(?:process\.env|import\.meta\.env|env)\b)"
)
_SHELL: Final = re.compile(r"(?<!\\)\$\{?$")
_FLAG: Final = re.compile(
    r"(?:^|\s|[\"',\[])(?:-e|--env|--build-arg|--set-env-vars?|--update-env-vars|--build-env|--env-var|--secret|-D)[ =\t\"',]{1,4}$"
)
_ENTRY: Final = re.compile(r"^[ \t]*(?:(?:export|set|setx|ENV|ARG|env|local|declare -x|readonly)[ \t]+|-[ \t]+)?[\"']?$")
_LISTED: Final = re.compile(r"^[ \t]*(?:ARG[ \t]+|-[ \t]+[\"']?)$")
_NAMED: Final = re.compile(r"(?:^|[\s{,\-])[\"']?(?:name|key|Name)[\"']?\s*[:=]\s*[\"']?$")
_INLINE: Final = re.compile(r"(?:^|[\s;&|\"'(])$")


@cache
def _pattern(prefixes: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9_])(?:{'|'.join(map(re.escape, prefixes))})[A-Za-z0-9_]+")


def find(facts: Facts, profile: Profile) -> None:
    """Add the public names of a file that stand for a credential, each place that reads or defines one."""
    text = facts.document.text
    if not any(prefix in text for prefix in profile.public_prefixes):
        return
    for count, match in enumerate(_pattern(profile.public_prefixes).finditer(text)):
        if count == _MOST:
            return
        name = match[0]
        if profile.credential(name) is None and profile.credential_word(name) is None:
            continue
        if facts.zone(match.start()) is not Zone.CODE:
            continue
        defined = _defined(facts, text, match)
        if defined or _is_read(facts, text, match):
            facts.variables.append(PublicVariable(name, Span(*match.span()), defined))


def _is_read(facts: Facts, text: str, match: re.Match[str]) -> bool:
    if posixpath.basename(facts.document.path).startswith("vite.config."):
        return False  # it is read when the bundle is made, for the proxy of the development server
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + _BEFORE]
    if _READ.search(before):
        return _DELETED.search(before) is None
    if _TAKEN_APART.match(after):
        # The names in between stand in the same braces.
        return re.search(r"\{[^{}]*$", text[max(0, match.start() - _BEFORE) : match.start()]) is not None
    if facts.language in _PROGRAMS:
        return facts.language == "html" and before.endswith("%") and after.startswith("%")
    return _SHELL.search(before) is not None


def _defined(facts: Facts, text: str, match: re.Match[str]) -> bool:
    line = text.rfind("\n", 0, match.start()) + 1
    before, after = text[max(line, match.start() - 200) : match.start()], text[match.end() : match.end() + 4]
    if facts.language in _PROGRAMS:
        return False
    if re.match(r"[\"']?[ \t]*(?:=(?!=)|:(?!:))", after) and _ENTRY.search(before):
        return True
    if after.startswith("=") and (_INLINE.search(before) or _FLAG.search(before)):
        return True
    if re.match(r"[\"']?\s*(?:$|\n|\r)", after or "\n") and _LISTED.search(before):
        return True
    return bool(_FLAG.search(before) or _NAMED.search(before) or (facts.language == "json" and re.search(r"[{,]\s*\"$", before)))
