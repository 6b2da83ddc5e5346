"""What web frameworks keep on a server and what they give to browsers: applications laid out as their templates are, and a real build.

The trees are labelled as the corpora are: every rule of their families runs, and must find exactly what is labelled. The
Vite application is built with Vite itself, installed from npm, so that what a bundler makes of a token is what is scanned.
They were labelled for the families that tell where a token gets, and are judged by these.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from labelled import SEALGUARD, build, found
from outside import npm_package, program
from realistic import realistic

if TYPE_CHECKING:
    from collections.abc import Callable

    Build = Callable[..., Path]

FRAMEWORKS: Final = Path(__file__).parents[1] / "frameworks"
FAMILIES: Final = ("credentials", "transport", "authorization", "client-side")
VITE: Final = "8.3.4"

INLINED, HANDED, KEPT = (realistic("sm", number) for number in (301, 302, 303))
SOURCES: Final = {
    "index.html": '<!doctype html>\n<div id="visits"></div>\n<script type="module" src="/src/main.ts"></script>\n',
    "src/main.ts": (
        "import { goals, visits } from './api';\n"
        "document.querySelector('#visits')!.textContent = JSON.stringify([await visits(), await goals()]);\n"
    ),
    "src/api.ts": (
        "const base = 'https://my.sealmetrics.com/api/v1';\n"
        "\n"
        "export async function visits() {\n"
        "  const token = import.meta.env.VITE_SEALMETRICS_TOKEN;\n"
        "  const response = await fetch(`${base}/stats/visits`, { headers: { Authorization: `Bearer ${token}` } });\n"
        "  if (!response.ok) throw new Error(String(response.status));\n"
        "  return response.json();\n"
        "}\n"
        "\n"
        "export async function goals() {\n"
        "  const response = await fetch(`${base}/goals`, { headers: { 'X-API-Key': __SEALMETRICS_KEY__ } });\n"
        "  return response.ok ? response.json() : [];\n"
        "}\n"
    ),
    "vite.config.mjs": (
        "import { defineConfig, loadEnv } from 'vite';\n"
        "export default defineConfig(({ mode }) => {\n"
        "  const env = loadEnv(mode, process.cwd(), '');\n"
        "  return { define: { __SEALMETRICS_KEY__: JSON.stringify(env.SEALMETRICS_API_KEY) }, build: { sourcemap: env.MAPS === '1' } };\n"
        "});\n"
    ),
    ".env.production": f"VITE_SEALMETRICS_TOKEN={INLINED}\nVITE_SEALMETRICS_SITE_ID=acme-corp\nSEALMETRICS_API_TOKEN={KEPT}\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(path.name for path in FRAMEWORKS.iterdir()))
def test_an_application_gives_away_what_is_labelled_and_nothing_else(name: str, tmp_path: Path) -> None:
    labelled = set(build(FRAMEWORKS / name, tmp_path / "tree"))
    assert labelled
    selection = [argument for family in FAMILIES for argument in ("--select", family)]
    assert found(tmp_path / "tree", *selection) == labelled


@pytest.fixture
def vite(pytestconfig: pytest.Config, tmp_path: Path) -> Build:
    """Give what builds the application, with source maps or without, and gives its directory."""
    package = npm_package(pytestconfig, "vite", VITE)

    def run(*, maps: bool) -> Path:
        app = tmp_path / "app"
        for name, text in SOURCES.items():
            (app / name).parent.mkdir(parents=True, exist_ok=True)
            (app / name).write_text(text)
        (app / "node_modules").symlink_to(package.parent)
        command = [program(["node", "nodejs"]), str(package / "bin" / "vite.js"), "build", "--logLevel", "error"]
        variables = {**os.environ, "SEALMETRICS_API_KEY": HANDED, "MAPS": str(int(maps))}
        subprocess.run(command, cwd=app, env=variables, check=True, capture_output=True, timeout=120)
        return app

    return run


def scan(app: Path) -> list[tuple[str, str, str]]:
    """Give the name of the file, the rule and the message of each finding in what was built."""
    selection = [argument for family in FAMILIES for argument in ("--select", family)]
    command = [SEALGUARD, "scan", "--isolated", "--exit-zero", "-f", "json", *selection, str(app / "dist")]
    findings = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["findings"]
    return sorted((Path(each["path"]).suffix, each["rule"], each["message"]) for each in findings)


@pytest.mark.slow
def test_tokens_that_a_bundler_wrote_into_the_bundle_are_found_there(vite: Build) -> None:
    app = vite(maps=False)
    bundle = "".join(path.read_text() for path in (app / "dist").rglob("*.js"))
    assert [token in bundle for token in (INLINED, HANDED, KEPT)] == [True, True, False], "the bundler does what it is known to do"

    assert [(suffix, rule) for suffix, rule, _ in scan(app)] == [(".js", "token-in-client-code")] * 2


@pytest.mark.slow
def test_a_source_map_says_where_each_fault_stood(vite: Build) -> None:
    of_map = [(rule, message) for suffix, rule, message in scan(vite(maps=True)) if suffix == ".map"]

    assert [rule for rule, _ in of_map] == ["authorized-call-from-client", "authorized-call-from-client", "public-env-token"]
    assert sorted(message.partition("line ")[2].partition("'")[0] for _, message in of_map) == ["11 of ", "4 of ", "5 of "]
    assert all("src/api.ts" in message for _, message in of_map)


@pytest.mark.slow
def test_the_sources_of_the_build_say_the_same(vite: Build) -> None:
    app = vite(maps=False)
    for command in (["init", "-q"], ["add", "-f", "index.html", "src", "vite.config.mjs", ".env.production"]):
        subprocess.run(["git", "-C", str(app), *command], check=True, capture_output=True)

    assert {place for place in found(app) if not place[0].startswith("dist/")} == {
        (".env.production", 1, "committed-env-file"),
        (".env.production", 1, "public-env-token"),
        (".env.production", 3, "hardcoded-token"),
        ("src/api.ts", 4, "public-env-token"),
        ("src/api.ts", 5, "authorized-call-from-client"),
        ("src/api.ts", 11, "authorized-call-from-client"),
        ("vite.config.mjs", 4, "public-env-token"),
    }
