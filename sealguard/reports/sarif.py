"""The report as SARIF 2.1.0, the way GitHub code scanning, GitLab, Azure DevOps and Microsoft's validator want it.

Snippets are the masked lines of the findings; nothing raw is known here, so the file can be published with the alerts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

from sealguard.model import Related
from sealguard.reports.advice import WHY, advice, prose, section
from sealguard.reports.escape import encoded, escaped, readable, uri
from sealguard.reports.exposure import structured

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sealguard.catalogue import Catalogue, Rule
    from sealguard.model import Finding, Region, Report
    from sealguard.reports import Presentation

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
INFORMATION_URI: Final = "https://pypi.org/project/sealguard/"
ROOT: Final = "%SRCROOT%"

MAX_RESULTS: Final = 25_000
"""GitHub refuses a run with more."""
MAX_DESCRIPTION: Final = 1024
MAX_TAGS: Final = 10
"""GitLab's limit; GitHub allows 20."""
MAX_RELATED: Final = 100
SKIPPED: Final = "skipped-file"
LEFT_OUT: Final = "results-left-out"

# What a message quotes: `'api.sealmetrics.com'`, and no apostrophe.
_QUOTED = re.compile(r"(?<![A-Za-z0-9])'([^']*)'(?![A-Za-z0-9])")


def render(report: Report, presentation: Presentation) -> Iterator[str]:
    """Give the report as one SARIF log in ASCII."""
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, presentation)]}
    yield from encoded(document)


def _run(report: Report, presentation: Presentation) -> dict[str, Any]:
    findings = presentation.findings(report)
    # The worst come first where not all can be told; `findings` are in order, and sorting keeps that within a level.
    kept = sorted(sorted(findings, key=lambda f: -f.level)[:MAX_RESULTS], key=lambda f: f.sort_key)
    templates = _Templates()
    results = _results(kept, presentation, templates)
    run: dict[str, Any] = {
        "tool": {"driver": _driver(presentation.catalogue, templates)},
        "invocations": [_invocation(report, presentation, len(findings) - len(kept))],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository, or of the scan where there is none."}}},
        "columnKind": "utf16CodeUnits",
        "taxonomies": [_taxonomy(presentation.catalogue)],
        "results": results,
    }
    source = presentation.provenance
    if source.repository:
        details = {"repositoryUri": source.repository, "revisionId": source.revision, "branch": source.branch}
        run["versionControlProvenance"] = [{**{k: v for k, v in details.items() if v}, "mappedTo": {"uriBaseId": ROOT}}]
    if presentation.category:
        run["automationDetails"] = {"id": presentation.category.rstrip("/") + "/"}
    return run


# The tool and its rules ----------------------------------------------------------------------------------------------


def _driver(catalogue: Catalogue, templates: _Templates) -> dict[str, Any]:
    number = version("sealguard")
    return {
        "name": "sealguard",
        "fullName": f"sealguard {number}",
        "organization": "The sealguard authors",
        "semanticVersion": number,
        "version": number,
        "informationUri": INFORMATION_URI,
        "shortDescription": {"text": "A security linter and secret scanner for code that talks to the Sealmetrics API."},
        "rules": [_rule(rule, templates) for rule in catalogue.values()],
        "notifications": [
            _notification(SKIPPED, "SkippedFile", "A file, or a part of one, was not analysed."),
            _notification(LEFT_OUT, "ResultsLeftOut", "There are more results than a log may hold."),
        ],
        "supportedTaxonomies": [{"name": "CWE", "index": 0}],
    }


def _rule(rule: Rule, templates: _Templates) -> dict[str, Any]:
    why = section(rule, WHY)
    described: dict[str, Any] = {
        "id": rule.id,
        "name": _pascal(rule.id),
        "shortDescription": {"text": _sentence(rule.summary)[:MAX_DESCRIPTION]},
        "fullDescription": {"text": _fit(f"{_sentence(rule.summary)} {why}".strip())},
        "help": {"text": _fit(_sentence(advice(rule))), "markdown": prose(rule)},
        "helpUri": _cwe_uri(rule.cwe),
        "defaultConfiguration": {"level": str(rule.level), "enabled": rule.default_on},
        "relationships": [{"target": {"id": rule.cwe, "toolComponent": {"name": "CWE", "index": 0}}, "kinds": ["superset"]}],
        "properties": {
            "tags": _tags(rule),
            "precision": rule.precision,
            "security-severity": rule.security_severity,
            "problem.severity": {"note": "recommendation"}.get(str(rule.level), str(rule.level)),
        },
    }
    if strings := templates.of(rule.id):
        described["messageStrings"] = strings
    return described


def _tags(rule: Rule) -> list[str]:
    # `external/cwe/cwe-798` is how GitHub wants it; GitLab and DefectDojo look for the end of it.
    tags = ["security", f"external/cwe/{rule.cwe.lower()}", *rule.tags, rule.family]
    return list(dict.fromkeys(tags))[:MAX_TAGS]


def _notification(name: str, pascal: str, text: str) -> dict[str, Any]:
    description = {"text": text}
    return {"id": name, "name": pascal, "shortDescription": description, "fullDescription": description, "help": description}


def _taxonomy(catalogue: Catalogue) -> dict[str, Any]:
    weaknesses = sorted({rule.cwe for rule in catalogue.values()}, key=lambda cwe: int(cwe.removeprefix("CWE-")))
    return {
        "name": "CWE",
        "version": "4.17",
        "organization": "MITRE",
        "informationUri": "https://cwe.mitre.org/data/",
        "shortDescription": {"text": "The MITRE Common Weakness Enumeration."},
        "isComprehensive": False,
        "taxa": [{"id": cwe, "helpUri": _cwe_uri(cwe)} for cwe in weaknesses],
    }


def _cwe_uri(cwe: str) -> str:
    return f"https://cwe.mitre.org/data/definitions/{cwe.removeprefix('CWE-')}.html"


def _pascal(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("-"))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _fit(text: str) -> str:
    return text if len(text) <= MAX_DESCRIPTION else f"{text[: MAX_DESCRIPTION - 4].rsplit(' ', 1)[0]} ..."


# Results -------------------------------------------------------------------------------------------------------------


class _Templates:
    """The messages of each rule with their quoted, changing parts taken out, as SARIF's `messageStrings`."""

    def __init__(self) -> None:
        self._ids: defaultdict[str, dict[str, str]] = defaultdict(dict)

    def message(self, rule: str, text: str) -> dict[str, Any]:
        """Give a message: its text, and what that is made from."""
        arguments = _QUOTED.findall(text)
        pieces = [piece.replace("{", "{{").replace("}", "}}") for piece in _QUOTED.split(text)[::2]]
        template = pieces[0] + "".join(f"'{{{number}}}'{piece}" for number, piece in enumerate(pieces[1:]))
        known = self._ids[rule]
        name = known.setdefault(template, f"message{len(known) + 1}" if known else "default")
        return {"id": name, "arguments": arguments, "text": text}

    def of(self, rule: str) -> dict[str, dict[str, str]]:
        """Give a rule's messages by id."""
        return {name: {"text": template} for template, name in self._ids[rule].items()}


def _results(findings: Sequence[Finding], presentation: Presentation, templates: _Templates) -> list[dict[str, Any]]:
    indexes = {rule: index for index, rule in enumerate(presentation.catalogue)}
    occurrences = _occurrences(findings)
    results = []
    for finding in findings:
        result = _result(finding, templates)
        if finding.rule in indexes:
            result["ruleIndex"] = indexes[finding.rule]
        if finding.line_hash:
            number = occurrences[finding.path, finding.line_hash, finding.region.start_line]
            # `Finding.fingerprint` stays out: its key is another one in each run.
            result["partialFingerprints"] = {"primaryLocationLineHash": f"{finding.line_hash}:{number}"}
        if presentation.include_suppressed:  # on all results or on none
            result["suppressions"] = _suppressions(finding)
        results.append(result)
    return results


def _result(finding: Finding, templates: _Templates) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": str(finding.level),
        "message": templates.message(finding.rule, _message(finding)),
        "locations": [{"physicalLocation": _place(finding)}],
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": index, "message": {"text": _plain(other.message)}, "physicalLocation": _location(other.path, other.region)}
            for index, other in enumerate(finding.related[:MAX_RELATED], 1)
        ]
    if flows := [_flow(finding, other) for other in finding.related[:MAX_RELATED] if other.via is not None]:
        result["codeFlows"] = flows
    if finding.exposure is not None:
        result["properties"] = {"exposure": structured(finding.exposure)}
    return result


def _flow(finding: Finding, end: Related) -> dict[str, Any]:
    """Give how what is written at a finding comes to where it is used, from the one to the other."""
    stops = [Related("written here", finding.path, finding.region), *(end.via or ()), end]
    locations = [
        {"location": {"message": {"text": _plain(stop.message)}, "physicalLocation": _location(stop.path, stop.region)}} for stop in stops
    ]
    return {"threadFlows": [{"locations": locations}]}


def _occurrences(findings: Sequence[Finding]) -> dict[tuple[str, str, int], int]:
    """Number the lines of each file that have the same hash, as far as findings stand on them."""
    lines: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for finding in findings:
        lines[finding.path, finding.line_hash].add(finding.region.start_line)
    return {(*key, line): number for key, found in lines.items() for number, line in enumerate(sorted(found), 1)}


def _message(finding: Finding) -> str:
    """Give the message with a link for each related location; GitHub shows only those that are linked."""
    links = ", ".join(f"[{_link_text(other.message)}]({index})" for index, other in enumerate(finding.related[:MAX_RELATED], 1))
    text = _sentence(_plain(finding.message))
    if not _QUOTED.search(text):  # a message tells one result from another, also where it stands alone
        text += f" It is in '{_plain(finding.path)}'."
    return f"{text} See {links}." if links else text


def _plain(text: str) -> str:
    """Escape what does not print, and what a viewer would take for a link."""
    return escaped(text).replace("](", "] (")


def _link_text(text: str) -> str:
    return _plain(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]") or "here"


def _place(finding: Finding) -> dict[str, Any]:
    """Give where a finding is, with its lines as far as they are known; every secret in them is masked."""
    place = _location(finding.path, finding.region)
    if finding.source:
        start, end = finding.underline
        first, *others = finding.source
        place["region"]["snippet"] = {"text": readable("\n".join([first[start:end], *others]))}
        last = max(finding.region.end_line, finding.region.start_line + len(finding.source) - 1)
        place["contextRegion"] = {
            "startLine": finding.region.start_line,
            "endLine": last,
            "snippet": {"text": readable("\n".join(finding.source))},
        }
    return place


def _location(path: str, region: Region) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": uri(path), "uriBaseId": ROOT},
        "region": {
            "startLine": region.start_line,
            "startColumn": region.start_column_utf16,
            "endLine": region.end_line,
            "endColumn": region.end_column_utf16,
        },
    }


def _suppressions(finding: Finding) -> list[dict[str, str]]:
    suppression = finding.suppression
    if suppression is None:
        return []
    kind = "inSource" if suppression.kind == "inline" else "external"
    return [{"kind": kind, "status": "accepted", "justification": readable(suppression.reason) or "No reason is given."}]


# The run itself ------------------------------------------------------------------------------------------------------


def _invocation(report: Report, presentation: Presentation, left_out: int) -> dict[str, Any]:
    notifications = [
        {
            "descriptor": {"id": SKIPPED, "index": 0},
            "level": "warning" if skipped.incomplete else "note",
            "message": {"text": f"'{escaped(skipped.path)}' was skipped: {_sentence(_plain(skipped.reason))}"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(skipped.path), "uriBaseId": ROOT}}}],
        }
        for skipped in sorted(report.skipped, key=lambda skipped: (skipped.path, skipped.reason))
    ]
    if left_out:
        text = f"{left_out} of the least severe results were left out: a log may hold {MAX_RESULTS}."
        notifications.append({"descriptor": {"id": LEFT_OUT, "index": 1}, "level": "warning", "message": {"text": text}})
    code = report.exit_code(presentation.fail_on)
    return {
        "executionSuccessful": not report.incomplete,
        "exitCode": int(code),
        "exitCodeDescription": code.name.lower(),
        "toolExecutionNotifications": notifications,
    }
