"""The SARIF log says what GitHub, GitLab and the specification ask for; `e2e/test_sarif_validator.py` asks Microsoft's validator."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from sample_report import make_finding, sample_report

from sealguard.catalogue import SLOT, load_catalogue
from sealguard.model import Level, Related, Report, Skipped
from sealguard.reports import Presentation, Provenance, render, sarif

PLAIN = Presentation()


@pytest.fixture
def report() -> Report:
    return sample_report()


def log(report: Report, presentation: Presentation = PLAIN) -> dict[str, Any]:
    text = "".join(render("sarif", report, presentation))
    assert text.isascii()
    run: dict[str, Any] = json.loads(text)["runs"][0]
    return run


def only(report: Report, rule: str) -> dict[str, Any]:
    (result,) = [r for r in log(report)["results"] if r["ruleId"] == rule]
    return dict(result)


# Rules ---------------------------------------------------------------------------------------------------------------


def test_every_rule_is_listed_whether_it_fired_or_not() -> None:
    rules = log(Report())["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(load_catalogue())


def test_a_rule_is_described_within_what_github_and_gitlab_take() -> None:
    for rule in log(Report())["tool"]["driver"]["rules"]:
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert rule["help"]["markdown"].startswith(f"# {rule['id']}")
        assert not SLOT.search(rule["help"]["markdown"])
        properties = rule["properties"]
        assert isinstance(properties["security-severity"], str)
        assert 0 < float(properties["security-severity"]) <= 10
        assert len(properties["tags"]) <= 10
        assert any(tag.startswith("external/cwe/cwe-") for tag in properties["tags"])


def test_rules_are_tied_to_the_weaknesses_they_find() -> None:
    run = log(Report())
    taxa = {taxon["id"] for taxon in run["taxonomies"][0]["taxa"]}
    assert taxa == {rule["relationships"][0]["target"]["id"] for rule in run["tool"]["driver"]["rules"]}
    assert all(taxon.startswith("CWE-") for taxon in taxa)


# Results -------------------------------------------------------------------------------------------------------------


def test_a_result_points_at_its_rule_and_place(report: Report) -> None:
    run = log(report)
    result = next(r for r in run["results"] if r["ruleId"] == "wrong-scheme")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "wrong-scheme"
    assert run["columnKind"] == "utf16CodeUnits"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "reports/client.py", "uriBaseId": "%SRCROOT%"}
    assert {key: place["region"][key] for key in ("startLine", "startColumn", "endLine", "endColumn")} == {
        "startLine": 3,
        "startColumn": 38,
        "endLine": 3,
        "endColumn": 84,
    }


def test_columns_count_utf16_units() -> None:
    finding = make_finding("a.py", "'\U0001f600' http", "http", "insecure-endpoint", "Use 'https'.")
    assert only(Report(findings=[finding]), "insecure-endpoint")["locations"][0]["physicalLocation"]["region"]["startColumn"] == 6


def test_names_that_are_no_utf8_are_encoded_byte_by_byte(report: Report) -> None:
    uris = [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in log(report)["results"]]
    assert uris[0] == "bad%1B%5B31m%E2%80%AEeman%FF.py"


def test_related_places_are_linked_from_the_message(report: Report) -> None:
    result = only(report, "wrong-scheme")
    assert result["message"]["text"] == "Use 'Bearer', not 'Token'. See [sent here](1)."
    (related,) = result["relatedLocations"]
    assert related["id"] == 1
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "reports/%5Bother%5D%20file.py"


def test_a_message_is_its_template_filled_with_what_it_quotes(report: Report) -> None:
    report.findings.append(make_finding("a.py", "x", "x", "wrong-scheme", "It's {odd}, 'a{0}b' isn't."))
    run = log(report)
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    for result in run["results"]:
        message = result["message"]
        template = rules[result["ruleId"]]["messageStrings"][message["id"]]["text"]
        assert template.format(*message["arguments"]) == message["text"]
        assert message["arguments"]


def test_nothing_in_a_message_becomes_a_link_or_a_control() -> None:
    finding = make_finding("a.py", "x", "x", "wrong-scheme", "See [this](http://evil.example) '\x1b[2J\u202e'.")
    place = Related("]( [x](http://evil.example)", "a.py", finding.region)
    result = only(Report(findings=[replace(finding, related=(place,))]), "wrong-scheme")
    assert "](http" not in result["message"]["text"]
    assert "\\x1b[2J\\u202e" in result["message"]["text"]


def test_line_hashes_are_numbered_by_line() -> None:
    text = "x = 1\nx = 1\n"
    first = make_finding("a.py", text, "x", "wrong-scheme", "A 'x'.", line_hash="e54938cc54b302f1")
    again = make_finding("a.py", text, "1", "insecure-endpoint", "A 'x'.", line_hash="e54938cc54b302f1")
    second = replace(first, region=replace(first.region, start_line=2, end_line=2, char_offset=6))
    other = replace(first, path="b.py")
    numbers = [r["partialFingerprints"]["primaryLocationLineHash"] for r in log(Report(findings=[first, again, second, other]))["results"]]
    assert [number.partition(":")[2] for number in numbers] == ["1", "1", "2", "1"]


def test_snippets_are_the_masked_lines() -> None:
    finding = make_finding("a.py", "key = 'sm_…'\n", "sm_…", "hardcoded-token", "A 'token'.")
    place = log(Report(findings=[finding]))["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"]["snippet"] == {"text": "sm_…"}
    assert place["contextRegion"] == {"startLine": 1, "endLine": 1, "snippet": {"text": "key = 'sm_…'"}}


def test_suppressions_are_on_all_results_or_on_none(report: Report) -> None:
    without = log(report)["results"]
    assert len(without) == 3
    assert not any("suppressions" in result for result in without)
    including = log(report, Presentation(include_suppressed=True))["results"]
    assert len(including) == 4
    assert [result["suppressions"] for result in including if result["suppressions"]] == [
        [{"kind": "inSource", "status": "accepted", "justification": "the demo"}]
    ]


def test_more_results_than_github_takes_lose_the_least_severe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MAX_RESULTS", 2)
    levels = [Level.NOTE, Level.ERROR, Level.WARNING]
    findings = [make_finding(f"{n}.py", "x", "x", "wrong-scheme", "A 'x'.", level=level) for n, level in enumerate(levels)]
    run = log(Report(findings=findings))
    assert [result["level"] for result in run["results"]] == ["error", "warning"]
    notifications = run["invocations"][0]["toolExecutionNotifications"]
    assert [n["descriptor"]["id"] for n in notifications] == ["results-left-out"]


# The run -------------------------------------------------------------------------------------------------------------


def test_what_was_skipped_is_told(report: Report) -> None:
    (invocation,) = log(report)["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [(n["level"], n["message"]["text"]) for n in invocation["toolExecutionNotifications"]] == [
        ("warning", "'private/key.py' was skipped: permission denied."),
        ("note", "'vendor/logo.png' was skipped: it is binary."),
    ]
    assert log(Report(skipped=[Skipped("a.png", "it is binary", incomplete=False)]))["invocations"][0]["executionSuccessful"] is True


def test_a_category_is_written_only_when_asked_for() -> None:
    assert "automationDetails" not in log(Report())
    assert log(Report(), Presentation(category="nightly"))["automationDetails"] == {"id": "nightly/"}


def test_provenance_is_written_where_git_tells() -> None:
    assert "versionControlProvenance" not in log(Report())
    provenance = Provenance("https://github.com/acme/app", "a" * 40, "main")
    assert log(Report(), Presentation(provenance=provenance))["versionControlProvenance"] == [
        {"repositoryUri": "https://github.com/acme/app", "revisionId": "a" * 40, "branch": "main", "mappedTo": {"uriBaseId": "%SRCROOT%"}}
    ]
