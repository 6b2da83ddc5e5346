"""The detect-secrets plugin, as people who use detect-secrets meet it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from realistic import realistic

from sealguard import detect_secrets_plugin
from sealguard.detect_secrets_plugin import SealmetricsDetector
from sealguard.forms import find_credentials

PLUGIN = Path(detect_secrets_plugin.__file__)

LINES = [
    f'KEY = "{realistic("sm")}"',
    f"curl -H 'X-API-Key: {realistic('smlive')}'",
    f"token: {realistic('jwt')}",
    f"WEBHOOK_SECRET={realistic('whsec')}",
    'KEY = "sm_your_api_key_here"',
    f'KEY = "sm_{"0" * 40}"',
    f'COMMIT = "{realistic("hex40")}"',
]


def test_the_plugin_finds_what_the_engine_finds() -> None:
    detector = SealmetricsDetector()
    found = [list(detector.analyze_string(line)) for line in LINES]
    assert [len(each) for each in found] == [1, 1, 1, 1, 0, 0, 0]
    for line, each in zip(LINES, found, strict=True):
        assert set(each) <= {line[start:end] for _, start, end in find_credentials(line)}


@pytest.mark.slow
def test_the_real_command_reports_each_credential_on_its_line(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("\n".join(LINES) + "\n", "utf-8")
    command = [sys.executable, "-m", "detect_secrets", "scan", "-p", str(PLUGIN), "app.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    results = json.loads(done.stdout)["results"]["app.py"]
    ours = [result["line_number"] for result in results if result["type"] == "Sealmetrics Credential"]
    assert sorted(ours) == [1, 2, 3, 4]


@pytest.mark.slow
def test_finding_credentials_does_not_import_detect_secrets() -> None:
    program = "import sys, sealguard.forms, sealguard.profile; sealguard.profile.Profile.load(); print('detect_secrets' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
