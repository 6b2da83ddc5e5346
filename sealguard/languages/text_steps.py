"""What code says around a literal in languages that have no front end: Jenkins' steps, Groovy, Visual Basic."""

from __future__ import annotations

import re
from typing import Final

STEP: Final = re.compile(r"\b(?P<shell>sh|bash|bat|powershell|pwsh)\b\s*\(?\s*(?:\w+\s*:\s*[\w'\"]{1,60}\s*,\s*)*(?:script\s*:\s*)?$")
"""A pipeline's step that runs the literal behind it."""
SHELLS: Final = {"bat": "batch", "powershell": "powershell", "pwsh": "powershell"}
"""What such a step reads, where that is not the shell of Unix."""
OUTPUT: Final = re.compile(
    r"\b(?P<sink>echo|println|print|error|Debug\.Print|MsgBox|WScript\.Echo|Console\.WriteLine"
    r"|(?:log|logger|LOGGER)\.(?:info|debug|warn|error|warning|trace|lifecycle|quiet))\s*\(?\s*$",
)
"""What writes the literal behind it."""
SWITCHES: Final = {
    "groovy": re.compile(r"\b(?P<name>ignoreSslErrors|trustAllCertificates|ignoreSSLIssues)\s*[:=]\s*true\b"),
    # What WinHttp calls the errors of certificates that are let pass, all of them together.
    "vb": re.compile(
        r"(?i)(?P<name>\bOption\s*\(\s*(?:4|WinHttpRequestOption_SslErrorIgnoreFlags)\s*\)\s*=|\bsetOption\s+2\s*,)\s*(?:13056|&H3300)\b"
    ),
}
"""Switches that turn the check of certificates off, on whatever line they stand, by the syntax's name."""
DECLARED: Final = re.compile(r"(?i)\b(?:const|dim|static|public|private)\s+(?P<name>[A-Za-z_]\w*)\s+as\s+[\w.]+\s*(?P<sign>=)\s*$")
"""`Const NAME As String = `."""
