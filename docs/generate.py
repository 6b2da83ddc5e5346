"""Writes `docs/languages.md`: which language has examples of which rule, as the rules' pages show and test them.

`python docs/generate.py` writes it and the pages of `docs/reference.py`; with `--check` it only tells whether one is stale.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Final, NamedTuple

from sealguard.catalogue import Rule, load_catalogue

PAGE: Final = Path(__file__).with_name("languages.md")
FIRST, SECOND, CONFIGURATION, OTHER = "First rank", "Second rank", "Configuration that carries calls", "Other files"
MARKUP: Final = ("HTML with inline scripts", "Vue", "Svelte", "Astro")

LANGUAGES: Final = (
    # Rank, name, and what the path of an example matches; the first that matches is its language.
    (CONFIGURATION, "GitHub Actions", r"(?:^|/)\.github/workflows/"),
    (CONFIGURATION, "GitLab CI", r"\.gitlab-ci\.yml$"),
    (CONFIGURATION, "Ansible", r"(?:^|/)(?:roles|playbooks)/"),
    (CONFIGURATION, "Postman", r"postman_(?:collection|environment)\.json$"),
    (CONFIGURATION, "Insomnia", r"insomnia[\w.-]*\.(?:json|ya?ml)$"),
    (CONFIGURATION, "Bruno", r"\.bru$"),
    (CONFIGURATION, "Requests in `.http`", r"\.(?:http|rest)$"),
    (CONFIGURATION, "OpenAPI", r"(?:^|/)openapi\.(?:ya?ml|json)$"),
    (CONFIGURATION, "n8n", r"(?:^|/)n8n/"),
    (CONFIGURATION, "Grafana data sources", r"(?:^|/)datasources/"),
    (CONFIGURATION, "Kubernetes Secrets", r"(?:^|/)k8s/"),
    (CONFIGURATION, "Helm values", r"(?:^|/)values[\w.-]*\.ya?ml$"),
    (CONFIGURATION, "nginx", r"nginx[\w.-]*\.conf$|(?:^|/)nginx/"),
    (CONFIGURATION, "MCP", r"mcp\.json"),
    (SECOND, "Groovy, Jenkinsfile, Gradle", r"(?:^|/)Jenkinsfile|\.(?:groovy|gradle)$"),
    (SECOND, "Terraform, HCL", r"\.(?:tf|tfvars|hcl)$"),
    (SECOND, "Google Apps Script", r"\.gs$"),
    (SECOND, "VBA", r"\.(?:bas|vbs|cls|frm)$"),
    (SECOND, "Windows batch", r"\.(?:bat|cmd)$"),
    (SECOND, "PowerShell", r"\.psm?1$"),
    (SECOND, "Rust", r"\.rs$"),
    (SECOND, "Swift", r"\.swift$"),
    (SECOND, "Dart", r"\.dart$"),
    (SECOND, "Scala", r"\.scala$"),
    (SECOND, "Elixir", r"\.exs?$"),
    (SECOND, "R", r"\.R$"),
    (SECOND, "Perl", r"\.p[lm]$"),
    (SECOND, "Lua", r"\.lua$"),
    (FIRST, "Python", r"\.py$"),
    (FIRST, "JavaScript", r"\.[cm]?js$"),
    (FIRST, "TypeScript, TSX, JSX", r"\.[cm]?tsx?$|\.jsx$"),
    (FIRST, "HTML with inline scripts", r"\.html?$"),
    (FIRST, "Vue", r"\.vue$"),
    (FIRST, "Svelte", r"\.svelte$"),
    (FIRST, "Astro", r"\.astro$"),
    (FIRST, "Shell", r"\.(?:ba|z)?sh$"),
    (FIRST, "PHP", r"\.php$"),
    (FIRST, "Go", r"\.go$"),
    (FIRST, "Java", r"\.java$"),
    (FIRST, "Kotlin", r"\.kts?$"),
    (FIRST, "C#", r"\.cs$"),
    (FIRST, "Ruby", r"\.rb$"),
    (OTHER, "Environment files", r"(?:^|[/.])env(?:\.[\w.]+)?$"),
    (OTHER, "YAML", r"\.ya?ml$"),
    (OTHER, "JSON", r"\.(?:json|baseline)$"),
    (OTHER, "TOML, INI and properties", r"\.(?:toml|ini|properties)$"),
    (OTHER, "XML", r"\.xml$"),
    (OTHER, "Dockerfile", r"(?:^|/)Dockerfile$"),
    (OTHER, "Templates", r"\.(?:erb|ejs)$"),
    (OTHER, "Notebooks", r"\.ipynb$"),
    (OTHER, "Markdown, text and logs", r"\.(?:md|txt|log)$"),
    (OTHER, "Source maps", r"\.map$"),
    (OTHER, "Samples of configuration", r"\.example$"),
)

UNTOLD: Final[dict[str, tuple[tuple[str, ...] | None, str]]] = {
    # What a page of a rule need not show in a language of the first rank, and why.
    "committed-env-file": (None, "is about files of credentials, whatever the program's language"),
    "shared-token": (None, "is about the same literal in several places, whatever language each is in"),
    "generic-secret": (None, "is detect-secrets' own; it reads text"),
    "public-env-token": (("Python", "PHP", "Go", "Java", "Kotlin", "C#", "Ruby"), "names are inlined by bundlers of JavaScript"),
    "token-in-browser-storage": (("Python", "Shell", "PHP", "Go", "C#", "Ruby"), "does not run in a browser or on a device"),
    "authorized-call-from-client": (("Python", "Shell", "PHP", "Go", "C#", "Ruby"), "does not run in a browser or on a device"),
    "token-in-client-code": (("Python", "Shell", "PHP", "Go", "C#", "Ruby"), "does not run in a browser or on a device"),
    "token-sent-to-client": (("Shell", "Vue", "Svelte"), "serves nothing itself"),
    **dict.fromkeys(
        ("hardcoded-token", "hardcoded-jwt", "hardcoded-login", "hardcoded-webhook-secret", "encoded-token"),
        (MARKUP, "what is written in a page is `token-in-client-code`"),
    ),
    **dict.fromkeys(
        (
            *("unverified-tls", "unencodable-token", "misspelled-header", "placeholder-token", "duplicate-scheme"),
            *(
                "unhandled-auth-error",
                "retry-on-auth-error",
                "retry-without-backoff",
                "unlogged-access",
                "excessive-scope",
                "unbounded-token-lifetime",
            ),
        ),
        (MARKUP, "a page's scripts are read by JavaScript's front end, whose examples show it"),
    ),
    "untrimmed-token": (("Shell", *MARKUP), "a shell's substitutions trim, and pages read no files"),
    "missing-authorization": (MARKUP, "a page's calls carry the visitor's session"),
}


class Count(NamedTuple):
    """How many examples of a language a page has."""

    fires: int = 0
    """Lines that must be reported."""
    silent: int = 0
    """Lines that must not, though they tempt."""


Counts = dict[str, dict[str, Count]]
"""By language and rule."""


def language_of(path: str) -> tuple[str, str]:
    """Give rank and name of the language of an example; raise `LookupError` for one that the table does not know."""
    for rank, name, pattern in LANGUAGES:
        if re.search(pattern, path):
            return rank, name
    raise LookupError(path)


def rules_of_pages() -> list[Rule]:
    """Give the rules that depend on what a file says: not those about suppressions."""
    return [rule for rule in load_catalogue().values() if rule.family != "suppression"]


def shown(rules: list[Rule]) -> Counts:
    """Count the examples of each rule by language."""
    counts: Counts = defaultdict(dict)
    for rule in rules:
        for file in (file for example in rule.examples for file in example.files):
            fires = [mark.fires for mark in file.marks if mark.rule == rule.id]
            if fires:
                own = counts[language_of(file.path)[1]]
                before = own.get(rule.id, Count())
                own[rule.id] = Count(before.fires + fires.count(True), before.silent + fires.count(False))
    return counts


def untold(language: str, rule: str) -> bool:
    """Tell whether a rule's page need not show a language of the first rank."""
    languages, _ = UNTOLD.get(rule, ((), ""))
    return languages is None or language in languages


def page() -> str:
    """Write the page."""
    rules = rules_of_pages()
    counts = shown(rules)
    families = sorted({rule.family for rule in rules} - {"generic"})
    lines = [
        "# Languages and rules",
        "",
        "<!-- Written by `python docs/generate.py` from the examples of the rules' pages; a test fails where it is stale. -->",
        "",
        "Each cell counts the examples on the rule's page that are tests: lines that are reported / tempting lines that are not.",
        "`n/a`: the rule makes no sense there. An empty cell says that no example shows it, not that it is not found: rules never ask",
        "what language a fact came from.",
    ]
    for family in families:
        own = [rule for rule in rules if rule.family == family]
        lines += ["", f"## {family}", "", "| language | " + " | ".join(f"[{rule.id}](../rules/{rule.page})" for rule in own) + " |"]
        lines += ["|---" * (len(own) + 1) + "|"]
        for rank in (FIRST, SECOND, CONFIGURATION, OTHER):
            lines += [f"| **{rank}** |" + " |" * len(own)]
            names = dict.fromkeys(name for each, name, _ in LANGUAGES if each == rank)
            lines += [f"| {name} | " + " | ".join(_cell(counts, rank, name, rule.id) for rule in own) + " |" for name in names]
    lines += ["", "## Why a rule makes no sense somewhere", ""]
    lines += [f"- `{rule}` in {', '.join(languages or ['any of them'])}: {why}." for rule, (languages, why) in UNTOLD.items()]
    return "\n".join(lines) + "\n"


def _cell(counts: Counts, rank: str, name: str, rule: str) -> str:
    found = counts[name].get(rule)
    if found is not None:
        return f"{found.fires} / {found.silent}"
    return "n/a" if rank == FIRST and untold(name, rule) else ""


def main() -> int:
    """Write the pages, or check them."""
    import reference  # noqa: PLC0415 - what tests load of this module needs no command line

    written = {PAGE: page(), reference.REFERENCE: reference.page(), reference.MANUAL: reference.manual()}
    if "--check" not in sys.argv:
        for path, text in written.items():
            path.write_text(text, "utf-8")
    return int(any(path.read_text("utf-8") != text for path, text in written.items()))


if __name__ == "__main__":
    sys.exit(main())
