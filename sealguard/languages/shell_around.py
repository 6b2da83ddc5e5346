"""What stands around a command of a shell script, and what that makes of the command: a check, a document's reader, a function."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.languages.vocabulary import word_set

if TYPE_CHECKING:
    from sealguard.languages.shell_values import Command

_FAR: Final = 600
"""How many code points before and after a command are looked at."""
_LATER: Final = 3_000
"""How far from its assignment a variable's test is looked for."""
_LONGEST: Final = 40_000
"""How long a function is at most."""
_SECURE: Final = r"""["'^]{0,3}(?:30[1278]|3\*|30\?|30|https)"""
_PIPED: Final = re.compile(
    r"\s*(?:\|[^|\n]{1,200}?)?\|\s*(?:grep|egrep|rg|awk|sed)\b[^\n|;]{0,200}?(?:\b30[1278]\b|\b30\[|https|location)", re.IGNORECASE
)
_COMPARED: Final = re.compile(rf"""[)`"'\s]{{1,4}}(?:==?|!=|=~|-eq|-ne)\s{{1,3}}{_SECURE}""")
_CASED: Final = re.compile(rf"""[)`"'\s]{{1,4}}in\s{{1,20}}\(?{_SECURE}""")
_ASSIGNED: Final = re.compile(r"""([A-Za-z_]\w*)=["']?(?:\$\(|`)\s*$""")
_GIVES_UP: Final = re.compile(r"(?:^|[\s;{(&])(?:exit\s+[1-9]|return\s+[1-9]|fail\b|die\b|false\b|abort\b|error\b|not_ok\b)")
_BODY: Final = re.compile(r"[^\n]{0,200}?[;\n]\s*then\b(?P<body>(?s:.){0,400}?)(?:\n\s*|;\s*)(?:else|elif|fi)\b")
_AND: Final = re.compile(r"(?:\s*(?:\d?>|&>)\s*\S+)*\s*&&(?P<body>[^\n]{0,200}(?:\n[^\n]{0,200}){0,2})")
_READERS: Final = {
    "python": "python", "python2": "python", "python3": "python", "node": "javascript", "ruby": "ruby", "php": "php", "perl": "perl",
    **dict.fromkeys(("sh", "bash", "zsh", "dash", "ksh", "ssh", "at", "batch"), "shell"),
    **dict.fromkeys(("kubectl", "oc", "docker-compose", "ansible-playbook"), "yaml"), "crontab": "shell",
}  # fmt: skip
_WRAPPERS: Final = word_set("sudo env exec time nohup command doas docker podman compose exec run -i -T -it")
_WORD: Final = re.compile(r"[^\s|;&<>()\"']+")
_FUNCTION: Final = re.compile(
    r"(?P<indent>[ \t]*)(?:function[ \t]+(?P<word>[\w:.-]+)[ \t]*(?:\([ \t]*\))?|(?P<name>[A-Za-z_][\w:.-]*)[ \t]*\([ \t]*\))"
    r"[ \t\r\n]*\{"
)


def expects_no_plain_http(text: str, command: Command) -> bool:
    """Tell whether a call is made to see that it fails, or that it is sent elsewhere: what a script does with an `http` URL on purpose."""
    before = text[max(0, command.start - _FAR) : command.start]
    after = text[command.end : command.end + _FAR]
    first, second = (*(word.text for word in command.words[:2]), "", "")[:2]
    if _PIPED.match(after) or _COMPARED.match(after) or _CASED.match(after) or first == "!":
        return True
    body = (_BODY.match(after) if second != "!" else None) if first in {"if", "elif"} else _AND.match(after)
    if body and _GIVES_UP.search(body.group("body")):
        return True
    assigned = _ASSIGNED.search(before)
    if assigned is None:
        return False
    later = text[command.end : command.end + _LATER]
    name = rf"\$\{{?{assigned.group(1)}\}}?"
    tests = (
        rf"""{name}["']?\s{{1,3}}(?:==?|!=|=~|-eq|-ne)\s{{1,3}}{_SECURE}|case\s{{1,3}}["']?{name}["']?\s{{1,3}}in\s{{1,20}}\(?{_SECURE}"""
    )
    return re.search(tests, later) is not None


def reader_of(text: str, command: Command) -> str:
    """Name the language in which a here-document is read by its command, or by what that is piped into; empty where none is known."""
    words = [word.text for word in command.words]
    if command.piped:
        line = text.find("\n", command.end)
        words += [word for segment in text[command.end : line if line >= 0 else None].split("|") for word in _WORD.findall(segment)]
    found = [word.rsplit("/", 1)[-1] for word in words if word not in _WRAPPERS]
    return next((_READERS[word] for word in found if word in _READERS), "")


def function_at(text: str, at: int, end: int) -> tuple[str, int, int] | None:
    """Give name, start and end of the body of the function that is defined at an offset; `None` where none is that ends."""
    match = _FUNCTION.match(text, at, min(end, at + 300))
    if match is None:
        return None
    name = match.group("word") or match.group("name")
    line_end = text.find("\n", match.end(), end)
    line_end = end if line_end < 0 else line_end
    line = text[match.end() : line_end].rstrip()
    if line.endswith("}"):
        return name, match.end(), match.end() + len(line) - 1
    line_start = text.rfind("\n", 0, at) + 1
    indent = text[line_start:at] + match.group("indent")
    closing = text.find(f"\n{indent}}}", match.end() - 1, min(end, match.end() + _LONGEST)) if not indent.strip() else -1
    return (name, match.end(), closing + 1 + len(indent)) if closing >= 0 else None
