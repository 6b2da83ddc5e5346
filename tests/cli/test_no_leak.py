"""No raw secret gets out: known ones go through every command and format, and every byte that comes out is searched."""

from __future__ import annotations

import base64
import itertools
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from realistic import realistic

from sealguard.reports import FORMATS, audits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from conftest import Repository

PIECE = 10
"""A stretch of a secret of this many characters is a leak: what masks show (`sm_…`) is shorter."""

KINDS = ("sm", "smlive", "whsec", "jwt", "opaque", "pw")
SECRETS = {kind: realistic(kind, 7) for kind in KINDS}


def spellings(secret: str) -> Iterator[bytes]:
    """Give the ways in which a secret could come out: as it is, in pieces, backwards, percent-encoded, in hex, in base64 at any offset."""
    pieces = [secret] if len(secret) <= PIECE else [secret[at : at + PIECE] for at in range(len(secret) - PIECE + 1)]
    for piece in pieces:
        raw = piece.encode()
        yield from (raw, raw[::-1], quote(piece, safe="").encode(), raw.hex().encode(), raw.hex().upper().encode())
        for shift in range(3):
            # The first and last characters of base64 depend on the neighbours, and are left out.
            encoded = base64.b64encode(b"\0" * shift + raw)[4 if shift else 0 : -4]
            yield from (encoded, encoded.translate(bytes.maketrans(b"+/", b"-_")))


# The first part of a JWT says only how it is signed, and is in every one.
_HIDDEN = {kind: secret.partition(".")[2] if kind == "jwt" else secret for kind, secret in SECRETS.items()}
NEEDLES = {needle: kind for kind, secret in _HIDDEN.items() for needle in spellings(secret) if len(needle) >= 8}
_WINDOWS = sorted({len(needle) for needle in NEEDLES})


def leaks(content: bytes) -> set[str]:
    """Give the kinds of the secrets that are in `content` in some spelling."""
    texts = {content, re.sub(rb"\x1b\[[0-9;]*m", b"", content)}  # colours must not hide one
    found = set()
    for text, size in itertools.product(texts, _WINDOWS):
        found |= {NEEDLES[text[at : at + size]] for at in range(len(text) - size + 1) if text[at : at + size] in NEEDLES}
    return found


# What is scanned -----------------------------------------------------------------------------------------------------


def dirty_files() -> dict[str, str]:
    """Give files that hold every kind of secret in the ways that reports could repeat."""
    sm, live, whsec, jwt, opaque, password = (SECRETS[kind] for kind in KINDS)
    half = len(sm) // 2
    return {
        "app/client.py": (
            "import requests\n"
            f'API_KEY = "{sm}"  # sealguard: ignore[hardcoded-token] until=2020-01-01 -- was {sm}\n'
            f'SEALMETRICS_TOKEN = "{opaque}"\n'
            f'SEALMETRICS_WEBHOOK_SECRET = "{whsec}"  # sealguard: ignore[{whsec}]\n'
            f'SEALMETRICS_PASSWORD = "{password}"  # sealguard: ignore -- {password} is the demo\'s\n'
            f'requests.get("http://api.sealmetrics.com/v1/accounts?token={sm}", headers={{"Authorization": "Token {jwt}"}}, verify=False)\n'
            f'requests.get("https://api.sealmetrics.com/v1", headers={{"Authorization": "Bearer  {sm}", "X-API-Key": "“{live}”"}})\n'
            f'print("{sm}")\n'
            f'SPLIT = "{sm[:half]}" + "{sm[half:]}"\n'
        ),
        "app/broken.py": f'def broken(:\n    KEY = "{sm}"\n',
        ".env": f"SEALMETRICS_API_KEY={live}\nSEALMETRICS_TOKEN={opaque}\n",
        "deploy/values.yaml": f"sealmetrics:\n  token: {opaque}\n  jwt: {jwt}\n",
        "deploy/secret.yaml": f"kind: Secret\ndata:\n  sealmetrics-api-key: {base64.b64encode(sm.encode()).decode()}\n",
        "data.json": json.dumps({"sealmetrics": {"apiKey": sm, "password": password, "comment": f"{live} {jwt}"}}),
        "bundle.min.js": "x" * 3000 + f"fetch('https://api.sealmetrics.com/v1',{{headers:{{Authorization:'{sm}'}}}})" + "y" * 3000,
        "notes.md": (
            f"The key is {sm}; the old one was {live}.\n\n"
            f"```sh\ncurl -k -u me:{password} http://my.sealmetrics.com/api/v1 -H 'X-API-Key: {sm}'\n```\n"
        ),
        "run.sh": f"curl -H 'Authorization: Bearer {sm}' https://api.sealmetrics.com/v1/accounts\nexport SEALMETRICS_TOKEN={opaque}\n",
        "hidden.py": (
            f"import base64\nKEY = base64.b64decode('{base64.b64encode(sm.encode()).decode()}')\n"
            f"HEX = bytes.fromhex('{sm.encode().hex()}')\nBACK = '{sm[::-1]}'[::-1]\n"
        ),
    }


@pytest.fixture
def dirty(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, content in dirty_files().items():
        repository.write(name, content)
    repository.git("remote", "add", "origin", f"https://me:{SECRETS['opaque']}@git.example.org/acme/app.git?key={SECRETS['sm']}")
    repository.commit()
    repository.write("staged.py", dirty_files()["app/client.py"])
    repository.git("add", "staged.py")
    monkeypatch.chdir(repository.top)
    return repository.top


def everything(arguments: list[str], given: bytes = b"", program: Iterable[str] = ("-m", "sealguard")) -> tuple[bytes, int]:
    """Run a command; give every byte that it wrote: both streams, its report files, and whatever it left at home."""
    home = Path(os.environ["HOME"])
    done = subprocess.run([sys.executable, *program, *arguments], input=given, capture_output=True, check=False, timeout=100)
    files = [path for place in (home, Path("reports")) for path in place.rglob("*") if path.is_file()]
    names = [str(path).encode() for path in files]
    return b"\n".join([done.stdout, done.stderr, *names, *(path.read_bytes() for path in files)]), done.returncode


COMMANDS = {
    "text": ["scan"],
    "text in colour, with all": ["scan", "--color", "always", "--include-suppressed", "--select", "all", "--generic-secrets"],
    "json": ["scan", "-f", "json", "--include-suppressed"],
    "sarif": ["scan", "-f", "sarif", "--include-suppressed", "--category", "nightly"],
    "html": ["scan", "-f", "html", "--include-suppressed", "--select", "all"],
    "every format": ["scan", "--include-suppressed", *(f"--report={name}=reports/{name}" for name in FORMATS)],
    "files": ["scan", "-o", "reports/r.txt", "--sarif-output", "reports/r.sarif", "--json-output", "reports/r.json"],
    "two processes": ["scan", "--jobs", "2", "-f", "json"],
    "only some rules": ["scan", "-f", "json", "--select", "transport,authorization,suppression"],
    "staged": ["--debug", "scan", "--staged", "-f", "sarif"],
    "audit": ["audit", "--color", "always"],
    "audit, every format": ["audit", "--untrusted", *(f"--report={name}=reports/{name}" for name in audits.FORMATS)],
}


@pytest.mark.slow
@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=list(COMMANDS))
def test_no_report_holds_a_secret(arguments: list[str], dirty: Path) -> None:
    (dirty / "reports").mkdir()
    written, code = everything(arguments)
    assert code == 1, "there is something to report"
    assert b"token" in written
    assert leaks(written) == set()


@pytest.mark.slow
def test_no_baseline_holds_a_secret(dirty: Path) -> None:
    (dirty / "reports").mkdir()
    file = ("--baseline", "reports/b.jsonl")
    for arguments in (
        ["baseline", "create", *file, "--generic-secrets", "--select", "all"],
        ["scan", *file, "--include-suppressed", "-f", "json"],
        ["baseline", "check", *file],
        ["baseline", "update", *file, "--color", "always"],
        ["baseline", "prune", *file],
    ):
        written, _ = everything(arguments)
        assert b"hardcoded-token" in written
        assert leaks(written) == set(), arguments


@pytest.mark.slow
def test_standard_input_does_not_come_back_out(dirty: Path) -> None:
    for name, content in dirty_files().items():
        written, _ = everything(["scan", "-f", "json", "--stdin-filename", name], given=content.encode())
        assert leaks(written) == set(), f"{name} in {dirty}"


@pytest.mark.parametrize(
    "arguments",
    [
        ["explain", SECRETS["sm"]],
        ["rules", "--family", SECRETS["sm"]],
        ["rules", "--tag", SECRETS["jwt"]],
        ["scan", "--select", SECRETS["sm"]],
        ["scan", "--ignore", SECRETS["jwt"]],
        ["baseline", SECRETS["opaque"]],
        ["baseline", "create", "--reason", f"the key is {SECRETS['sm']}"],
        ["baseline", "create", "--owner", SECRETS["jwt"]],
        ["baseline", "create", "--expires", SECRETS["opaque"]],
        [SECRETS["sm"]],
    ],
)
def test_a_secret_pasted_in_the_wrong_place_is_not_repeated(arguments: list[str]) -> None:
    written, code = everything(arguments)
    assert code == 2
    assert leaks(written) == set()


@pytest.mark.parametrize(
    "text",
    [
        'select = ["{sm}"]',
        'fail-on = "{sm}"',
        '{sm} = "x"',
        "{sm}\n",
        'x = "{sm}',
        '[levels]\n{opaque} = "error"',
        '[per-path]\n"{sm}" = ["credentials"]\n"*" = ["{sm}"]',
        '["{sm}"]\na = 1\n["{sm}"]\n',
    ],
)
def test_a_broken_configuration_is_not_quoted(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sealguard.toml").write_text(text.replace("{sm}", SECRETS["sm"]).replace("{opaque}", SECRETS["opaque"]))
    written, code = everything(["scan"])
    assert code == 2
    assert leaks(written) == set()


@pytest.mark.parametrize(
    "text", ["{sm}", '{"{sm}": 1}', '{"sealguard-baseline": 1, "salt": "{sm}"}', "GOOD{sm}", 'GOOD{"{sm}": 1}', 'GOOD{"rule": "{sm}"}']
)
def test_a_broken_baseline_is_not_quoted(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    good = f'{{"sealguard-baseline": 1, "salt": "hex:{"0" * 64}"}}\n'
    for name in ("sealguard-baseline.jsonl", ".secrets.baseline"):
        Path(name).write_text(text.replace("GOOD", good).replace("{sm}", SECRETS["sm"]))
    for arguments in (["scan"], ["baseline", "update"], ["baseline", "create", "--baseline", "b.jsonl", "--from", ".secrets.baseline"]):
        written, code = everything(arguments)
        assert code == 2
        assert leaks(written) == set()


# The search itself ---------------------------------------------------------------------------------------------------

LEAKY = """
import sys
from sealguard import masking, model
{leak}
from sealguard.cli import run
sys.exit(run(sys.argv[1:]))
"""

LEAKS = {
    "the veil hides nothing": "masking.Veil._covered = lambda self, text: []\nmasking.Veil._fixed = lambda self, low, high: []",
    "masks are base64": "import base64\nmasking.mask = lambda raw: base64.b64encode(raw.encode()).decode()",
    "masks show the end": "masking.mask = lambda raw: raw[-12:]",
    "an exception is printed whole": (
        "from sealguard import cli\n"
        "cli._internal = lambda error, debug: sys.stderr.write(str(error)) and 3\n"
        "from sealguard.cli import scan\n"
        "def fail(*_):\n    raise ValueError(open('.env').read())\n"
        "scan._scan = fail"
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("leak", LEAKS.values(), ids=list(LEAKS))
def test_a_leak_that_is_put_in_is_found(leak: str, dirty: Path) -> None:
    program = dirty.parent / "leaky.py"
    program.write_text(LEAKY.replace("{leak}", leak))
    written, _ = everything(["scan", "--jobs", "1"], program=[str(program)])
    assert leaks(written)


def test_the_search_knows_every_spelling() -> None:
    secret = SECRETS["sm"]
    for offset in range(4):
        raw = b"x" * offset + secret.encode() + b"yz"
        for spelled in (raw, raw[::-1], raw.hex().encode(), base64.b64encode(raw), base64.urlsafe_b64encode(raw)):
            assert leaks(b"before " + spelled + b" after") == {"sm"}
    assert leaks(b"sm_\xe2\x80\xa6 and nothing else") == set()
