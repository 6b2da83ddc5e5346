"""Real clients of another vendor's API, renamed to Sealmetrics and audited: each line of the checklist was held against their code by hand.

Both may be changed and used (MIT, Apache-2.0); they are fetched when the test runs, and nothing of them is kept here.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from outside import npm_package, pypi_files

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def renamed(source: Path, target: Path, name: str) -> Path:
    """Copy the texts of a tree, its vendor's name replaced by ours in every spelling."""
    for path in (path for path in source.rglob("*") if path.is_file()):
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        for spelled in (str, str.capitalize, str.upper):
            text = text.replace(spelled(name), spelled("sealmetrics"))
        copy = target / str(path.relative_to(source)).replace(name, "sealmetrics")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(text, "utf-8")
    return target


def audited(tree: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "sealguard", "audit", "-f", "json"], cwd=tree, check=False, capture_output=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def kept(document: dict[str, Any]) -> dict[str, list[str]]:
    """Give what is kept, each practice with the places that show it."""
    answers = (answer for answer in document["checklist"] if answer["state"] == "kept")
    return {answer["practice"]: [f"{spot['path']}:{spot['line']}" for spot in answer["evidence"]] for answer in answers}


def test_a_python_client_of_a_mail_service(pytestconfig: pytest.Config, tmp_path: Path) -> None:
    document = audited(renamed(pypi_files(pytestconfig, "resend==2.52.0"), tmp_path / "client", "resend"))
    # Where the headers that `__get_headers` makes are put into the keywords of a request, and where these are sent: once with
    # `requests`, once with `httpx`. The header is 'Bearer', a space and the key.
    calls = [f"sealmetrics/{place}" for place in ("async_request.py:121", "async_request.py:132", "request.py:108", "request.py:119")]
    found = kept(document)
    reads = found.pop("environment-variables")
    assert reads[0] == "sealmetrics/__init__.py:158", "api_key = os.environ.get(...)"
    assert found == dict.fromkeys(("valid-token", "server-side-only", "token-format", "whitespace", "encoding", "headers"), calls)
    # The API's URL can be set from the environment, so nobody knows that it is HTTPS; no call is repeated, and nothing is logged.
    # The status is looked at by what gets the content, which is not where it is sent.
    assert document["summary"] == {"kept": 7, "broken": 0, "cannot-tell": 26}
    (entry,) = document["inventory"]["entries"]
    assert (entry["id"], entry["name"], entry["applications"]) == ("N1", "SEALMETRICS_API_KEY", [])


def test_a_javascript_client_of_a_service_for_models(pytestconfig: pytest.Config, tmp_path: Path) -> None:
    document = audited(renamed(npm_package(pytestconfig, "replicate", "1.4.0"), tmp_path / "client", "replicate"))
    # `fetch(url, init)`, and the request that an error is told with; both have the header that is set in one place.
    calls = ["index.js:288", "index.js:293"]
    found = kept(document)
    assert found.pop("environment-variables")[-1] == "index.js:57", "process.env.SEALMETRICS_API_TOKEN"
    assert found.pop("documented") == ["README.md:49"]
    assert found == dict.fromkeys(("valid-token", "server-side-only", "token-format", "whitespace", "encoding", "headers"), calls)
    # Whoever makes the client can give another URL. `withAutomaticRetries`, in another file, waits longer each time; it is given a
    # function to call, which is further than retries are followed.
    assert document["summary"] == {"kept": 8, "broken": 0, "cannot-tell": 25}
    (entry,) = document["inventory"]["entries"]
    assert (entry["name"], entry["applications"]) == ("SEALMETRICS_API_TOKEN", ["."])
