"""Which application a file belongs to: told from paths, and from a few manifests' contents."""

from __future__ import annotations

import json

import pytest

from sealguard.applications import Applications, services

DEPENDENCY = "<project><dependencies><dependency>\n<artifactId>seal</artifactId>\n</dependency></dependencies></project>"
POM = "<project><groupId>a</groupId><artifactId>{}</artifactId><version>1</version></project>"


def applications(tree: dict[str, str]) -> Applications:
    return Applications(tree, tree.get)


@pytest.mark.parametrize(
    "manifest",
    [
        *("package.json", "go.mod", "composer.json", "Gemfile", "requirements.txt", "build.gradle.kts", "mix.exs", "Package.swift"),
        *("pubspec.yaml", "Dockerfile", "Dockerfile.worker", "api.Dockerfile", "Desk.csproj", "setup.py", "pom.xml", "acme.gemspec"),
    ],
)
def test_a_directory_with_a_manifest_is_an_application(manifest: str) -> None:
    known = applications({f"services/api/{manifest}": "", "services/api/src/main.txt": "", "services/other.txt": ""})
    assert known.of("services/api/src/main.txt") == "services/api"
    assert known.of(f"services/api/{manifest}") == "services/api"
    assert known.of("services/other.txt") is None


def test_the_nearest_manifest_wins() -> None:
    known = applications({"go.mod": "module acme", "web/package.json": "{}", "web/admin/composer.json": "{}"})
    assert [known.of(path) for path in ("main.go", "web/a.js", "web/admin/x.php", "cmd/main.go")] == ["", "web", "web/admin", ""]


@pytest.mark.parametrize(
    ("name", "text", "counts"),
    [
        ("pyproject.toml", "[tool.ruff]\nline-length = 100\n", False),
        ("pyproject.toml", "[tool.uv.workspace]\nmembers = ['apps/*']\n", False),
        ("pyproject.toml", "[project]\nname = 'acme'\n", True),
        ("pyproject.toml", "[tool.poetry]\nname = 'acme'\n", True),
        ("setup.cfg", "[flake8]\nmax-line-length = 100\n", False),
        ("Cargo.toml", "[workspace]\nmembers = ['cli']\n", False),
        ("Cargo.toml", "[package]\nname = 'cli'\n", True),
        ("package.json", '{"private": true, "workspaces": ["apps/*"]}', False),
        ("pom.xml", "<project><packaging>pom</packaging></project>", False),
        ("pom.xml", POM.format("api"), True),
    ],
)
def test_the_root_of_a_workspace_and_the_settings_of_tools_make_no_application(name: str, text: str, counts: bool) -> None:  # noqa: FBT001
    assert applications({name: text, "src/a.txt": ""}).of("src/a.txt") == ("" if counts else None)


def test_files_beside_a_manifest_say_that_it_is_a_workspaces() -> None:
    assert applications({"package.json": "{}", "pnpm-workspace.yaml": "packages: [apps/*]"}).of("x.js") is None
    modules = {"build.gradle": "", "settings.gradle": "include ':app'", "app/build.gradle": ""}
    assert [applications(modules).of(path) for path in ("x.java", "app/x.java")] == [None, "app"]
    assert applications({"build.gradle": "", "settings.gradle": ""}).of("x.java") == ""


@pytest.mark.parametrize(
    "path", ["docker/Dockerfile", ".devcontainer/Dockerfile", "tests/package.json", "docs/requirements.txt", "e2e/package.json"]
)
def test_what_builds_tests_or_describes_an_application_is_part_of_it(path: str) -> None:
    assert applications({"go.mod": "module acme", path: "{}"}).of(path) == ""


def test_what_others_wrote_is_no_application() -> None:
    assert applications({"go.mod": "module acme", "node_modules/x/package.json": "{}"}).of("node_modules/x/a.js") == ""


@pytest.mark.parametrize(
    ("manifest", "text", "dependent", "said"),
    [
        ("package.json", '{"name": "@acme/seal"}', "package.json", json.dumps({"dependencies": {"@acme/seal": "^1.0.0"}}, indent=1)),
        ("pyproject.toml", '[project]\nname = "seal"\n', "pyproject.toml", "[project]\n[tool.uv.sources]\nseal = { workspace = true }\n"),
        ("Cargo.toml", '[package]\nname = "seal"\n', "Cargo.toml", '[package]\n[dependencies]\nseal = { path = "../seal" }\n'),
        ("go.mod", "module example.com/acme/seal\n", "go.mod", "module b\nrequire example.com/acme/seal v0.0.0\n"),
        (
            "pom.xml",
            POM.format("seal"),
            "pom.xml",
            "<project><dependencies><dependency>\n<artifactId>seal</artifactId>\n</dependency></dependencies></project>",
        ),
        ("build.gradle", "", "build.gradle", 'dependencies { implementation(project(":libs:seal")) }'),
        ("Seal.csproj", "", "App.csproj", '<ProjectReference Include="..\\..\\libs\\seal\\Seal.csproj" />'),
    ],
)
def test_who_depends_on_what_is_said_by_manifests(manifest: str, text: str, dependent: str, said: str) -> None:
    known = applications(
        {f"libs/seal/{manifest}": text, f"app/{dependent}": said, f"other/{dependent}": said, "third/go.mod": "module third"}
    )
    assert known.users("libs/seal") == ("app", "other")
    assert known.users("app") == ()


def test_modules_of_one_parent_do_not_depend_on_each_other() -> None:
    pom = "<project>\n<parent>\n<artifactId>acme-parent</artifactId>\n</parent>\n<artifactId>{}</artifactId>\n</project>"
    known = applications({f"{name}/pom.xml": pom.format(name) for name in ("billing", "orders", "stock")})
    assert [known.users(name) for name in ("billing", "orders", "stock")] == [(), (), ()]


def test_a_name_that_is_only_mentioned_is_no_dependency() -> None:
    tree = {
        "seal/package.json": '{"name": "seal"}',
        "a/package.json": '{"keywords": ["seal"]}',
        "b/package.json": '{"description": "seal"}',
    }
    assert applications(tree).users("seal") == ()


COMPOSE = """\
x-common: &common
  environment:
    KEY: one
    OTHER: two
services:
  api:
    <<: *common
    build: ./api
  worker:
    <<: *common
    environment:
      KEY: ${KEY}
    env_file: [{path: worker.env, required: false}, more.env]
    build: {context: ., dockerfile: worker/Dockerfile}
"""


def test_services_have_what_is_merged_into_them_and_not_replaced() -> None:
    api, worker = services(COMPOSE)
    assert (api.name, api.build, {3, 4} <= api.lines) == ("api", "./api", True)
    assert (worker.build, worker.files, worker.variables) == ("./worker", ("worker.env", "more.env"), frozenset({"KEY"}))
    assert 3 not in worker.lines


def test_a_service_is_the_application_that_it_is_built_of() -> None:
    known = applications({"deploy/compose.yml": COMPOSE, "deploy/api/Dockerfile": ""})
    assert known.services_at("deploy/compose.yml", 4) == ("deploy/api",)
    assert known.services_at("deploy/compose.yml", 12) == ("deploy/worker#worker",)
    assert known.services_given("deploy/more.env") == ("deploy/worker#worker",)
    assert known.services_given("deploy/.env", "KEY") == ("deploy/worker#worker",)
    assert known.services_given("deploy/.env", "OTHER") == ()


@pytest.mark.parametrize(
    "text", ["", "services: 1", "services: [a]", "services: {a: &a {b: *a}}", "a: [", "services: {a: {<<: &x {<<: *x}}}"]
)
def test_what_is_no_compose_file_has_no_services_and_does_no_harm(text: str) -> None:
    assert all(not service.lines or service.lines == {1} for service in services(text))


def test_aliases_of_aliases_cost_no_more_than_what_is_written() -> None:
    levels = "\n".join(f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]" for n in range(1, 30))
    (service,) = services(f"x0: &x0 [one]\n{levels}\nservices:\n  a:\n    environment: *x29\n")
    assert 1 in service.lines
