"""How a value comes from the file that writes it to the file that sends it: every format tells the way, in order, and no secret."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Final

import pytest
from realistic import realistic

from sealguard.reports import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

TOKEN: Final = realistic("opaque", 3)
CLIENT: Final = """\
import requests


class Client:
    def __init__(self, token):
        self.session = requests.Session()
        self.session.headers["X-API-Key"] = token

    def goals(self):
        answer = self.session.get("https://api.sealmetrics.com/v1/goals", timeout=9)
        answer.raise_for_status()
        return answer.json()
"""
PYTHON: Final = {
    "app/settings.py": f'STATS = "{TOKEN}"\n',
    "app/__init__.py": "from .settings import STATS\n",
    "app/client.py": CLIENT,
    "main.py": "from app import STATS\nfrom app.client import Client\n\nprint(Client(STATS).goals())\n",
}
TYPESCRIPT: Final = {
    "src/keys.ts": f"export const stats = '{TOKEN}';\n",
    "src/client.ts": """\
export async function goals(token: string) {
  const answer = await fetch('https://api.sealmetrics.com/v1/goals', { headers: { 'X-API-Key': token } });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.json();
}
""",
    "src/main.ts": "import { goals } from './client';\nimport { stats } from './keys';\n\nexport const found = await goals(stats);\n",
}
GO: Final = {
    "go.mod": "module example.com/acme\n",
    "keys.go": f'package main\n\nconst stats = "{TOKEN}"\n',
    "main.go": """\
package main

import (
\t"log"
\t"net/http"
)

func main() {
\trequest, _ := http.NewRequest("GET", "https://api.sealmetrics.com/v1/goals", nil)
\trequest.Header.Set("X-API-Key", stats)
\tanswer, err := http.DefaultClient.Do(request)
\tif err != nil || answer.StatusCode != 200 {
\t\tlog.Fatal("no goals")
\t}
}
""",
}
WAYS: Final = {
    "python": (
        PYTHON,
        [
            ("app/settings.py", 1, "written here"),
            ("app/__init__.py", 1, "imported here"),
            ("main.py", 1, "imported here"),
            ("main.py", 4, "handed on here"),
            ("app/client.py", 7, "sent here"),
        ],
    ),
    "typescript": (
        TYPESCRIPT,
        [
            ("src/keys.ts", 1, "written here"),
            ("src/main.ts", 2, "imported here"),
            ("src/main.ts", 4, "handed on here"),
            ("src/client.ts", 2, "sent here"),
        ],
    ),
    "go": (GO, [("keys.go", 3, "written here"), ("main.go", 10, "sent here")]),
}


def write(files: dict[str, str], tree: Path) -> None:
    for path, text in files.items():
        (tree / path).parent.mkdir(parents=True, exist_ok=True)
        (tree / path).write_text(text)


def scan(tree: Path, name: str, **environment: str) -> str:
    command = [sys.executable, "-m", "sealguard", "scan", "--isolated", "-f", name, "."]
    done = subprocess.run(command, cwd=tree, check=False, capture_output=True, env=environment)
    assert done.returncode == 1, done.stderr
    assert TOKEN.encode() not in done.stdout
    assert str(tree).encode() not in done.stdout or name in {"json", "html"}, "places are relative"
    return done.stdout.decode()


@pytest.mark.parametrize("language", WAYS)
def test_sarif_and_json_tell_the_way_in_order(language: str, tmp_path: Path) -> None:
    files, way = WAYS[language]
    write(files, tmp_path)
    (result,) = json.loads(scan(tmp_path, "sarif"))["runs"][0]["results"]
    (flow,) = result["codeFlows"]
    (thread,) = flow["threadFlows"]
    assert [_stop(each["location"]) for each in thread["locations"]] == way
    assert _stop({"message": {"text": way[0][2]}, **result["locations"][0]}) == way[0]
    assert [_stop(each) for each in result["relatedLocations"]] == [way[-1]]

    (finding,) = json.loads(scan(tmp_path, "json"))["findings"]
    (end,) = finding["related"]
    stops = [*end["via"], end]
    assert [(stop["uri"], stop["region"]["startLine"], stop["message"]) for stop in stops] == way[1:]


def _stop(location: dict[str, Any]) -> tuple[str, int, str]:
    place = location["physicalLocation"]
    assert place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
    return place["artifactLocation"]["uri"], place["region"]["startLine"], location["message"]["text"]


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"sarif", "json", "html", "text", "markdown"}))
def test_formats_with_one_line_for_everything_tell_the_way_there(name: str, tmp_path: Path) -> None:
    write(PYTHON, tmp_path)
    arrow = "-&gt;" if name == "junit" else "->"
    assert f"Flow: app/settings.py:1 {arrow} main.py:4 {arrow} app/client.py:7 (sent here)." in scan(tmp_path, name)


@pytest.mark.parametrize(("encoding", "arrow"), [("utf-8", "→"), ("ascii", "->")])
def test_text_shows_both_ends_in_one_line(encoding: str, arrow: str, tmp_path: Path) -> None:
    write(PYTHON, tmp_path)
    shown = scan(tmp_path, "text", PYTHONIOENCODING=encoding, COLUMNS="100")
    assert f"  flow: app/settings.py:1:10 {arrow} main.py:4:14 {arrow} app/client.py:7:45 (sent here)\n" in shown
    narrow = scan(tmp_path, "text", PYTHONIOENCODING=encoding, COLUMNS="40")
    assert max(map(len, narrow.splitlines())) <= 40
    assert f"app/settings.py:1:10 {arrow} main.py:4:14 {arrow} app/client.py:7:45 (sent here)" in " ".join(narrow.split())


def test_markdown_shows_both_ends_in_one_line(tmp_path: Path) -> None:
    write(PYTHON, tmp_path)
    assert "\n  Flow `app/settings.py:1` → `main.py:4` → `app/client.py:7` (sent here)\n" in scan(tmp_path, "markdown")


def test_a_page_lists_every_stop(tmp_path: Path) -> None:
    write(PYTHON, tmp_path)
    page = scan(tmp_path, "html")
    places = [page.index(f'<li><span class="at">{path}:{line}:') for path, line, _ in WAYS["python"][1]]
    assert places == sorted(places)


def test_what_several_send_is_told_with_each_of_them(tmp_path: Path) -> None:
    write(PYTHON, tmp_path)
    write(
        {
            "nightly.py": CLIENT.replace("(self, token)", "(self)")
            .replace("= token", "= STATS")
            .replace("\n", "\nfrom app import STATS\n", 1)
        },
        tmp_path,
    )
    (finding,) = json.loads(scan(tmp_path, "json"))["findings"]
    assert sorted((end["path"], end["via"][-1]["path"]) for end in finding["related"]) == [
        ("app/client.py", "main.py"),
        ("nightly.py", "nightly.py"),
    ]


def test_a_fault_that_another_file_hands_on_is_told_with_the_call(tmp_path: Path) -> None:
    write({"app/client.py": CLIENT.replace("X-API-Key", "Authorization")}, tmp_path)
    write({"main.py": "import os\n\nfrom app.client import Client\n\nClient('Token ' + os.environ['STATS_TOKEN']).goals()\n"}, tmp_path)
    (finding,) = json.loads(scan(tmp_path, "json"))["findings"]
    assert (finding["path"], finding["rule"]) == ("main.py", "wrong-scheme")
    (end,) = finding["related"]
    assert (end["path"], end["message"], end["via"]) == ("app/client.py", "sent here", [])
