"""Every rule's page is true: each example is written into a git repository and scanned, and what is found is what is marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from realistic import realistic

from sealguard.analysis import Settings
from sealguard.catalogue import Example, Rule, fill, load_catalogue
from sealguard.checks import load_checks
from sealguard.config import SUPPRESSION_FAMILY, Config
from sealguard.engine import scan
from sealguard.sources.worktree import Worktree

if TYPE_CHECKING:
    from conftest import Repository

CATALOGUE: Final = load_catalogue()
# Suppression is judged after the rules and not by a check; `test_suppression.py` shows what its pages say.
CHECKED: Final = [rule for rule in CATALOGUE.values() if rule.family != SUPPRESSION_FAMILY]
EXAMPLES: Final = [pytest.param(rule, example, id=f"{rule.id}: {example.heading}") for rule in CHECKED for example in rule.examples]

# These families judge how a whole program goes about its calls: the example of another family's rule is no whole program.
PRACTICES: Final = frozenset({"lifecycle", "resilience"})

# What Sealmetrics' authentication guide asks for; each rule keeps one of these sentences.
SEED: Final = frozenset(
    {
        "All API requests must include a valid API token in the Authorization header",
        "Store the token in environment variables",
        "Never commit tokens to version control",
        "Use secure configuration management",
        "Implement token rotation policies",
        "Unique tokens: Use different tokens for different applications",
        "Regular rotation: Rotate tokens periodically",
        "Immediate revocation: Revoke compromised tokens immediately",
        "Minimal permissions: Grant only necessary permissions",
        "HTTPS only: Always use HTTPS for API calls",
        "Server-side only: Never expose tokens in client-side code",
        "Secure storage: Use secure vaults for token storage",
        "Access logging: Log API access for security monitoring",
        "Regularly audit token permissions",
        "Document token purposes and permissions",
        "Verify token format (Bearer prefix)",
        "Check token expiration",
        "Confirm account access",
        "Whitespace: Remove extra spaces from token",
        "Encoding: Ensure proper character encoding",
        "Headers: Verify correct header format",
        "HTTPS: Always use secure connections",
        "keep your API tokens secure and never share them publicly",
        "Implement proper error handling and retry logic in your applications",
        "Implement proper rate limiting and retry logic",
        "Verify token permissions or generate new token",
        "Check token format and validity",
    }
)


def findings(repository: Repository, rule: Rule, example: Example) -> set[tuple[str, int, str]]:
    """Write an example and scan it with the rules that run by default, and the page's own."""
    for file in example.files:
        repository.write(file.path, fill(file.text, realistic))
    repository.git("add", "--force", "--", *(file.path for file in example.files if file.tracked))
    config = Config(select=("default", rule.id))
    report = scan(Worktree((str(repository.top),)), Settings(config=config, root=str(repository.top)), jobs=1)
    assert report.skipped == []
    judged = [each for each in report.active if (family := CATALOGUE[each.rule].family) == rule.family or family not in PRACTICES]
    return {(finding.path, finding.region.start_line, finding.rule) for finding in judged}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_what_is_found_is_what_is_marked(rule: Rule, example: Example, repository: Repository) -> None:
    marks = {(file.path, mark.line, mark.rule): mark.fires for file in example.files for mark in file.marks}
    found = findings(repository, rule, example)
    expected = {place for place, fires in marks.items() if fires and place[2] in CATALOGUE}
    assert found - expected == set(), "found and not marked"
    assert expected - found == set(), "marked and not found"


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.id)
def test_a_page_shows_at_least_as_much_that_is_right_as_is_wrong(rule: Rule) -> None:
    own = [mark.fires for example in rule.examples for file in example.files for mark in file.marks if mark.rule == rule.id]
    assert own.count(True) >= 1
    assert own.count(False) >= own.count(True)


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.id)
def test_every_slot_of_a_page_can_be_filled(rule: Rule) -> None:
    for example in rule.examples:
        for file in example.files:
            assert not re.search(r"\{\{[a-z0-9]+:[0-9]+\}\}", fill(file.text, realistic))


@pytest.mark.parametrize("rule", CATALOGUE.values(), ids=lambda rule: rule.id)
def test_a_page_says_why_and_what_to_do_in_one_voice(rule: Rule) -> None:
    assert rule.markdown.startswith(f"# {rule.id}\n")
    assert {"Why it matters", "What to do", "What is not reported"} <= set(re.findall(r"^## (.+)$", rule.markdown, re.MULTILINE))
    assert rule.summary.endswith(".")
    assert any(rule.seed in sentence for sentence in SEED)


def test_pages_and_checks_are_in_bijection() -> None:
    assert {rule.id for rule in CHECKED} == set(load_checks())


def test_each_check_is_in_the_module_that_has_its_rules_name() -> None:
    for rule, check in load_checks().items():
        assert check.__module__ == f"sealguard.checks.{CATALOGUE[rule].family.replace('-', '_')}.{rule.replace('-', '_')}"


def test_rules_that_supersede_others_name_rules() -> None:
    for rule in CATALOGUE.values():
        assert set(rule.supersedes) <= CATALOGUE.keys() - {rule.id}
