"""Decides what of a file reaches a browser or a device, and why.

Front ends of markup know their own parts and say them; here the file as a whole is judged, by where it stands, by what it
imports, and by what it calls. Whatever shows that code stays on a server outweighs what shows that a browser could run it.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

from sealguard.facts import Delivery, Facts, Zone
from sealguard.flow.modules import Modules
from sealguard.languages import delivery_signs as signs
from sealguard.languages import device_storage
from sealguard.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SCRIPTS: Final = frozenset({"javascript", "typescript", "tsx"})
_QUOTING: Final = frozenset({"markdown", "notebook"})
"""Languages whose files show code and do not deliver it."""
_HEAD: Final = 400_000
"""How much of a text is looked at for signs, in code points: a bundle shows its own early."""
_TRIES: Final = 40
"""How many places of one sign are looked at for one that is code."""
_WIDTH: Final = 400
"""How much of a line before a place is looked at."""
_CLOSED: Final = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\\n]|\\.)*`")
_QUOTE: Final = re.compile(r"[\"'`]")
_IMPORTED: Final = "imported by"
_IMPORTING: Final = re.compile(signs.IMPORTING)
_SHOWN: Final = re.compile(r"[\w .$/@#:()-]{1,60}")
_COMPILED: Final = frozenset({"kt", "java", "kts", "swift", "m", "mm", "dart", "cs"})


def deliver(facts: Facts) -> None:
    """Add the deliveries of a file whose other facts are complete."""
    document = facts.document
    if facts.language in _QUOTING:
        for listed in (facts.deliveries, facts.storages, facts.responses, facts.handovers, facts.variables):
            listed.clear()
        return
    path = "/" + document.path
    if signs.TESTS.search(path) or signs.EDITOR.search(path):
        facts.deliveries.clear()
        return
    whole = Span(0, len(document.text))
    if facts.language in SCRIPTS or path.endswith((".map", ".tpl")):
        reason = _script(facts, path)
        if not reason:
            facts.deliveries.clear()
        else:
            facts.deliveries.append(Delivery(whole, reason, shared=reason.startswith(_IMPORTED)))
    elif not facts.deliveries:
        facts.deliveries.extend(_elsewhere(facts, path, whole))
    facts.deliveries.sort(key=lambda each: (each.span.start, -each.span.end))


# Scripts ---------------------------------------------------------------------------------------------------------------


def _script(facts: Facts, path: str) -> str:
    text = facts.document.text[:_HEAD]
    directive = signs.USE_CLIENT.match(text)
    if directive:
        return f"'use client' on line {facts.document.line_number(directive.start(1))}"
    if signs.ANGULAR.search(path):
        return "Angular's environment file"
    if path.endswith(".map"):
        return "a source map" if _folder(path) or not signs.SERVER_PATH.search(path) else ""
    if path.endswith(".tpl"):
        return "a tag manager's template" if signs.GTM_WEB.search(text) else ""
    if signs.USE_SERVER.match(text) or (signs.ELECTRON.search(text) and signs.ELECTRON_MAIN.search(text)):
        return ""
    folder = _folder(path)
    if folder:
        return folder
    imports = [match.start() for match in _IMPORTING.finditer(text)]
    if signs.SERVER_PATH.search(path) or any(_shown(facts, text, pattern, imports) for pattern in signs.SERVER_CODE):
        return ""
    if reason := _by_code(facts, text, imports):
        return reason
    if signs.BUNDLE.search(posixpath.basename(path)) and "/node_modules/" not in path:
        return "a built bundle"
    return _by_importer(facts)


def _by_importer(facts: Facts) -> str:
    """Say which file that is delivered imports this one, and so takes it along."""
    neighbours = facts.document.neighbours
    for importer in neighbours.importers() if isinstance(neighbours, Modules) else ():
        if signs.TESTS.search("/" + importer.path) or signs.EDITOR.search("/" + importer.path):
            continue
        reason = (
            "a component" if importer.path.endswith((".vue", ".svelte")) else _script(Facts(importer, "javascript"), "/" + importer.path)
        )
        if reason:
            return f"{_IMPORTED} '{importer.path}', {reason}"
    return ""


def _folder(path: str) -> str:
    """Say the folder that is delivered as a whole, unless a folder of the server's stands inside of it."""
    found = None
    for found in signs.CLIENT_PATH.finditer(path):  # noqa: B007 - the last one counts
        pass
    if found is None:
        return ""
    server = max((match.start() for match in signs.SERVER_PATH.finditer(path)), default=-1)
    if server > found.start():
        return ""
    return f"under '{found['folder']}/'" if found["folder"] else f"'{posixpath.basename(path)}'"


def _by_code(facts: Facts, text: str, imports: Sequence[int]) -> str:
    for sign in signs.CLIENT_CODE:
        if sign.words and not any(word in text for word in sign.words):
            continue
        match = _shown(facts, text, sign.pattern, imports)
        if match is None:
            continue
        name = re.sub(r"\s+", "", match["name"] if "name" in sign.pattern.groupindex else match[match.lastindex or 0])
        bare = re.split(r"\W", name, maxsplit=1)[0]
        if sign.reason.startswith("a browser API") and re.search(signs.BOUND.format(re.escape(bare)), text):
            continue
        return sign.reason.format(name) if _SHOWN.fullmatch(name) else sign.reason.partition(", '{0}'")[0].replace("{0}", "")
    return ""


def _shown(facts: Facts, text: str, pattern: re.Pattern[str], imports: Sequence[int] = ()) -> re.Match[str] | None:
    """Give the first match that begins in code, neither in a comment nor in a string; `imports` is where the file imports something."""
    imported = pattern.pattern.startswith(signs.IMPORTING)
    found = filter(None, (pattern.match(text, at) for at in imports)) if imported else pattern.finditer(text)
    for count, match in enumerate(found):
        if count == _TRIES:
            return None
        user_script = match[0].startswith("==")
        if user_script or (facts.zone(match.start()) is Zone.CODE and not _in_string(text, match.start())):
            return match
    return None


def _in_string(text: str, at: int) -> bool:
    """Tell whether a quote is open on the line before a place; what a front end found of no use it does not say as a string."""
    before = text[max(0, at - _WIDTH) : at]
    before = _CLOSED.sub("", before[before.rfind("\n") + 1 :])
    opened = _QUOTE.search(before)
    # What stands in `${` and `}` is code again.
    return opened is not None and not (opened[0] == "`" and before.rfind("${") > max(opened.start(), before.rfind("}")))


# Other files -----------------------------------------------------------------------------------------------------------


def _elsewhere(facts: Facts, path: str, whole: Span) -> Iterable[Delivery]:
    text = facts.document.text[:_HEAD]
    name = posixpath.basename(path).lower()
    extension = name.rpartition(".")[2]
    if extension in _COMPILED:
        device_storage.find(facts, extension)
        reason = _compiled(facts, path, text, extension)
        if reason:
            yield Delivery(whole, reason)
    elif facts.language == "xml" and signs.ANDROID_RESOURCE.search(path):
        yield Delivery(whole, "an Android resource")
    elif extension == "plist" and (name.endswith("info.plist") or "/ios/" in path.lower()):
        yield Delivery(whole, "an app's property list")
    elif extension == "json" and signs.GTM_EXPORT.search(text) and not signs.GTM_SERVER.search(text):
        yield Delivery(whole, "a tag manager's container")
    elif extension in {"json", "txt", "webmanifest", "xml"} and _folder(path).startswith(
        ("under 'public/'", "under 'static/'", "under 'www")
    ):
        yield Delivery(whole, _folder(path))
    if name in {"build.gradle", "build.gradle.kts"} and signs.ANDROID_GRADLE.search(text):
        for match in signs.BUILD_FIELD.finditer(text):
            yield Delivery(Span(*match.span()), "'BuildConfig' of an Android app")


def _compiled(facts: Facts, path: str, text: str, extension: str) -> str:
    """Judge languages whose programs are compiled into an app."""
    match extension:
        case "kt" | "java":
            found = _shown(facts, text, signs.ANDROID.pattern)
            if found is not None:
                return signs.ANDROID.reason.format(found[1])
            inside = signs.APP_MODULE.search(path) and signs.ANDROID_MODULE.pattern.search(text) and not signs.JVM_SERVER.search(text)
            return signs.ANDROID_MODULE.reason if inside else ""
        case "swift":
            if signs.SWIFT_SERVER.search(text):
                return ""
            found = _shown(facts, text, signs.SWIFT)
            if found is not None:
                return f"an app, 'import {found[1]}'"
            return (
                "" if "/Sources/" in path or "/bin/" in path or path.endswith(("/main.swift", "/Package.swift")) else "an app's Swift code"
            )
        case "m" | "mm":
            return "an app's Objective-C code" if signs.OBJECTIVE_C.search(text) else ""
        case "dart":
            if signs.DART_SERVER.search(text) or "/bin/" in path:
                return ""
            found = _shown(facts, text, signs.FLUTTER)
            return "a Flutter app" if found is not None or "/lib/" in path else ""
        case "cs":
            used = signs.CSHARP.search(text)
            return f"an app, 'using {used[1]}'" if used and not signs.UNITY_EDITOR.search(text) else ""
    return ""
