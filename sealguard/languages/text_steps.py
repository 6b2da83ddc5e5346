"""What code says around a literal in languages that have no front end: Jenkins' steps, Groovy, Visual Basic."""

from __future__ import annotations

import re
from typing import Final

STEP: Final = re.compile(r"\b(?:sh|bash)\b\s*\(?\s*(?:\w+\s*:\s*[\w'\"]{1,60}\s*,\s*)*(?:script\s*:\s*)?$")
"""A pipeline's step that runs the literal behind it as shell."""
OUTPUT: Final = re.compile(
    r"\b(?P<sink>echo|println|print|error|Debug\.Print|MsgBox|WScript\.Echo|Console\.WriteLine"
    r"|(?:log|logger|LOGGER)\.(?:info|debug|warn|error|warning|trace|lifecycle|quiet))\s*\(?\s*$",
)
"""What writes the literal behind it."""
SWITCH: Final = re.compile(r"\b(?P<name>ignoreSslErrors|trustAllCertificates|ignoreSSLIssues)\s*[:=]\s*(?P<value>true)\b")
"""A switch of a step, on whatever line it stands."""
DECLARED: Final = re.compile(r"(?i)\b(?:const|dim|static|public|private)\s+(?P<name>[A-Za-z_]\w*)\s+as\s+[\w.]+\s*(?P<sign>=)\s*$")
"""`Const NAME As String = `."""
