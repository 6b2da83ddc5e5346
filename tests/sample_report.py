"""Reports made by hand, so that what they look like does not hang on what rules find."""

from __future__ import annotations

from typing import Any

from sealguard.model import Commit, Document, Exposure, Finding, Level, Place, Related, Report, Skipped, SourceFile, Span, Suppression


def make_finding(path: str, text: str, needle: str, rule: str, message: str, **more: Any) -> Finding:  # noqa: ANN401 - as many types as `Finding` has fields
    """Make a finding at the first place where `text` has `needle`."""
    document = Document(SourceFile(path.encode("utf-8", "surrogateescape"), text.encode("utf-8", "surrogateescape")), text)
    start = text.index(needle)
    region = document.region(Span(start, start + len(needle)))
    lines = range(region.start_line, min(region.end_line, region.start_line + 2) + 1)
    source = tuple(document.line(number) for number in lines)
    first = region.start_column - 1
    underline = (first, min(len(source[0]), first + len(needle)))
    level = more.pop("level", Level.ERROR)
    return Finding(rule, level, message, path, region, source, underline, **more)


CLIENT = """\
import os
URL = "http://app.sealmetrics.com/api/report"
\tsession.headers = {"Authorization": f"Token {os.environ['SEALMETRICS_API_TOKEN']}", "Accept": "application/json"}
"""
EVIL = "bad\x1b[31m\u202eeman\udcff.py"

FIRST = Commit("1a" * 20, 1_672_900_000, "Eve \x1b[31m<eve@example.org>")
LAST = Commit("2b" * 20, 1_675_300_000)
EXPOSURE = Exposure(
    first=FIRST,
    last=LAST,
    refs=("refs/heads/main", "refs/heads/\u202eevil", "refs/tags/v1"),
    current=False,
    worktree=False,
    days=1385,
    places=(Place(EVIL, 1, FIRST, LAST, current=False), Place("old\x1b[0m.py", 7, FIRST, FIRST, current=False)),
)


def sample_report() -> Report:
    """Make a report with everything a report can have."""
    plain = make_finding(
        "reports/client.py", CLIENT, "http", "insecure-endpoint", "'app.sealmetrics.com' is called over 'http'; write 'https'."
    )
    scheme = make_finding(
        "reports/client.py",
        CLIENT,
        "f\"Token {os.environ['SEALMETRICS_API_TOKEN']}\"",
        "wrong-scheme",
        "Use 'Bearer', not 'Token'.",
        related=(Related("sent here", "reports/[other] file.py", plain.region),),
        line_hash="5c482a0f8b35ea28",
        fingerprint="ab" * 16,
    )
    hostile = make_finding(
        EVIL,
        "x = '\x1b[2J日本語' # http://api.sealmetrics.com\n",
        "http",
        "insecure-endpoint",
        "The host '\x1b]0;x\x07' is bad.",
        level=Level.WARNING,
        credential=True,
        object="9f" * 20,
        exposure=EXPOSURE,
    )
    suppressed = make_finding(
        "settings/a/rather/long/path.yaml",
        "a: 1\nb: YOUR_TOKEN\n",
        "YOUR_TOKEN",
        "placeholder-token",
        "Fill in the placeholder.",
        level=Level.NOTE,
        suppression=Suppression("inline", "the demo"),
    )
    return Report(
        root="/repository",
        files=78_579,
        bytes=1_034_000_000,
        seconds=2.9134,
        analysed=12,
        findings=[suppressed, scheme, hostile, plain],
        skipped=[Skipped("vendor/logo.png", "it is binary", incomplete=False), Skipped("private/key.py", "permission denied")],
    )
