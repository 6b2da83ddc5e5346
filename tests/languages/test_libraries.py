"""The tables of libraries, row by row: what they send, log, answer and keep is seen, and their harmless neighbours are not."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from reading import facts_of, show

from sealguard.facts import Hole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sealguard.facts import Value

TABLE: Final = tomllib.loads(Path(__file__).with_name("libraries.toml").read_text())
API: Final = "https://api.sealmetrics.com/v1"
EXTENSIONS: Final = {
    "python": "py",
    "javascript": "mjs",
    "php": "php",
    "go": "go",
    "java": "java",
    "kotlin": "kt",
    "csharp": "cs",
    "ruby": "rb",
}
GO_IMPORTS: Final = (
    *("fmt", "log", "log/slog", "os", "errors", "github.com/sirupsen/logrus", "k8s.io/klog/v2", "github.com/golang/glog"),
    *("github.com/getsentry/sentry-go", "github.com/hashicorp/go-hclog", "go.uber.org/zap"),
)
AROUND: Final = {
    "python": "from settings import {T}\n{code}\n",
    "javascript": 'import {{ {T} }} from "./settings";\n{code};\n',
    "php": "<?php\nfunction f({T}) {{\n{code}\n}}\n",
    "go": "package a\nimport (" + "; ".join(f'"{each}"' for each in GO_IMPORTS) + ")\nfunc f({T} string) {{\n{code}\n}}\n",
    "java": "class A {{ void f(String {T}) {{\n{code}\n}} }}\n",
    "kotlin": "fun f({T}: String) {{\n{code}\n}}\n",
    "csharp": "class A {{ void F(string {T}) {{\n{code}\n}} }}\n",
    "ruby": "def f({T})\n{code}\nend\n",
}
"""What a statement stands in, in which `{T}` is the token's name."""


def token(language: str) -> str:
    return {"python": "sealmetrics_token", "ruby": "sealmetrics_token", "php": "$sealmetricsToken"}.get(language, "sealmetricsToken")


def program(language: str, statement: str, name: str) -> str:
    return AROUND[language].format(T=name, code=re.sub(r"\bT\b", lambda _: name, statement))


def rows(table: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    return [(language, row) for language, table_rows in table.items() for row in table_rows]


def holds(values: Iterable[Value], name: str = "sealmetrics") -> bool:
    return any(isinstance(part, Hole) and any(name in each.lower() for each in part.names) for value in values for part in value.parts)


@pytest.mark.parametrize(("language", "name"), [(language, name) for language, table in TABLE["sends"].items() for name in table])
def test_what_is_sent_is_seen(language: str, name: str) -> None:
    facts = facts_of(f"a.{EXTENSIONS[language]}", TABLE["sends"][language][name].replace("{API}", API))
    assert any(
        show(header.name).lower() == "authorization" and any("abc" in show(value) for value in header.values)
        for request in facts.requests
        if any(show(url).startswith(API) for url in request.urls)
        for header in request.headers
    )


@pytest.mark.parametrize(("language", "name"), [(language, name) for language, table in TABLE["makes"].items() for name in table])
def test_what_a_token_is_made_with_is_seen(language: str, name: str) -> None:
    facts = facts_of(f"a.{EXTENSIONS[language]}", TABLE["makes"][language][name].lstrip().replace("{API}", API))
    bodies = {
        (tuple(sorted(entry.name.lower() for entry in request.body.entries)), request.body.complete, " ".join(map(show, scopes.values)))
        for request in facts.requests
        if any(show(url) == f"{API}/api-tokens" for url in request.urls) and request.method in {"POST", ""}
        if request.body is not None and (scopes := request.body.get("scopes")) is not None
    }
    assert bodies == {(("name", "scopes"), True, "read:analytics admin")}


@pytest.mark.parametrize(("language", "statement"), rows(TABLE["says"]))
def test_what_is_logged_is_seen(language: str, statement: str) -> None:
    facts = facts_of(f"a.{EXTENSIONS[language]}", program(language, statement, token(language)))
    assert holds(value for output in facts.outputs for value in output.values)


@pytest.mark.parametrize(("language", "statement"), rows(TABLE["gives"]))
def test_what_is_answered_is_seen(language: str, statement: str) -> None:
    facts = facts_of(f"a.{EXTENSIONS[language]}", program(language, statement, token(language)))
    assert holds(value for response in facts.responses for entry in response.entries for value in entry.values)


@pytest.mark.parametrize(("language", "statement"), rows(TABLE["keeps"]))
def test_what_is_kept_is_seen(language: str, statement: str) -> None:
    facts = facts_of(f"a.{EXTENSIONS[language]}", program(language, statement, token(language)))
    assert holds(value for storage in facts.storages for value in storage.values)


@pytest.mark.parametrize(("language", "statement"), rows(TABLE["neither"]))
def test_what_stays_on_the_server_is_not(language: str, statement: str) -> None:
    facts = facts_of(f"a.{EXTENSIONS[language]}", program(language, statement, token(language)))
    said = [value for output in facts.outputs for value in output.values]
    said += [value for response in facts.responses for entry in response.entries for value in entry.values]
    said += [value for storage in facts.storages for value in storage.values]
    assert not holds(said)
