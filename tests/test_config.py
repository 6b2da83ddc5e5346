"""How configuration is found, what it may say, and what is said about it when it may not."""

from __future__ import annotations

import json
import pickle
from importlib import resources
from typing import TYPE_CHECKING, Any, NamedTuple

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealguard.config import DEFAULT_MAX_FILE_SIZE, Config, ConfigError, load_config, parse_config
from sealguard.model import Level

if TYPE_CHECKING:
    from pathlib import Path


class Rule(NamedTuple):
    """A stand-in for a rule of the catalogue."""

    id: str
    family: str = "credentials"
    default_on: bool = True


TOKEN = Rule("hardcoded-token")
QUIET = Rule("unlogged-access", "resilience", default_on=False)
GENERIC = Rule("generic-secret", "generic", default_on=False)
UNUSED = Rule("unused-suppression", "suppression")


def parse(text: str, tmp_path: Path) -> Config:
    (tmp_path / "sealguard.toml").write_text(text, "utf-8")
    return load_config(tmp_path)


# Where it is found ---------------------------------------------------------------------------------------------------


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert load_config(tmp_path) == Config()
    assert Config().max_file_size == DEFAULT_MAX_FILE_SIZE
    assert Config().fail_on is Level.WARNING


def test_the_nearest_file_upward_counts_and_its_patterns_are_seen_from_its_own_directory(tmp_path: Path) -> None:
    (tmp_path / "sealguard.toml").write_text('exclude = ["/services/api/generated/"]')
    root = tmp_path / "services" / "api"
    root.mkdir(parents=True)
    config = load_config(root)
    assert config.prefix == "services/api/"
    assert config.excluded_by("generated/client.py") == "/services/api/generated/"
    assert config.excluded_by("other/generated/client.py") is None


def test_sealguard_toml_comes_before_pyproject_toml_of_the_same_directory(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.sealguard]\nfail-on = "error"')
    assert load_config(tmp_path).fail_on is Level.ERROR
    (tmp_path / "sealguard.toml").write_text('fail-on = "note"')
    assert load_config(tmp_path).fail_on is Level.NOTE


def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "sealguard.toml").write_text('fail-on = "error"')
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text('[project]\nname = "uses-sealguard"')
    assert load_config(inner).fail_on is Level.ERROR


def test_a_broken_pyproject_of_somebody_else_is_none_of_our_business(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "pyproject.toml").write_text("[[[")
    assert load_config(tmp_path) == Config()


def test_the_search_ends_at_the_root_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / "sealguard.toml").write_text('fail-on = "error"')
    repository = tmp_path / "repository"
    (repository / ".git").mkdir(parents=True)
    assert load_config(repository) == Config()


def test_isolated_reads_nothing(tmp_path: Path) -> None:
    (tmp_path / "sealguard.toml").write_text("nonsense = 1")
    assert load_config(tmp_path, isolated=True) == Config()


def test_a_named_file_is_read_instead_and_its_patterns_are_seen_from_the_root(tmp_path: Path) -> None:
    (tmp_path / "sealguard.toml").write_text("nonsense = 1")
    elsewhere = tmp_path / "ci" / "strict.toml"
    elsewhere.parent.mkdir()
    elsewhere.write_text('fail-on = "note"\nexclude = ["/vendor/"]')
    config = load_config(tmp_path, file=elsewhere)
    assert config.fail_on is Level.NOTE
    assert config.excluded_by("vendor/a.py")


def test_a_configuration_crosses_processes(tmp_path: Path) -> None:
    config = parse('exclude = ["vendor/"]\n[levels]\nhardcoded-token = "note"\n[per-path]\n"tests/**" = ["credentials"]', tmp_path)
    assert config.excluded_by("vendor/a.py")
    assert pickle.loads(pickle.dumps(config)) == config  # noqa: S301 - our own bytes


# What it means -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "runs"),
    [
        ({}, {TOKEN, UNUSED}),
        ({"select": ("all",)}, {TOKEN, QUIET, GENERIC, UNUSED}),
        ({"select": ("default", "unlogged-access")}, {TOKEN, QUIET, UNUSED}),
        ({"select": ("resilience",)}, {QUIET, UNUSED}),
        ({"select": ("all",), "ignore": ("resilience", "generic-secret")}, {TOKEN, UNUSED}),
        ({"ignore": ("hardcoded-token",)}, {UNUSED}),
        ({"ignore": ("suppression",)}, {TOKEN}),
        ({"generic_secrets": True}, {TOKEN, GENERIC, UNUSED}),
        ({"generic_secrets": True, "ignore": ("generic",)}, {TOKEN, UNUSED}),
    ],
)
def test_selection(settings: dict[str, Any], runs: set[Rule]) -> None:
    config = Config(**settings)
    assert {rule for rule in (TOKEN, QUIET, GENERIC, UNUSED) if config.enabled(rule)} == runs


def test_levels_replace_the_rules_own() -> None:
    config = Config(levels=(("hardcoded-token", Level.NOTE),))
    assert config.level("hardcoded-token", Level.ERROR) is Level.NOTE
    assert config.level("hardcoded-jwt", Level.ERROR) is Level.ERROR


def test_per_path_names_the_pattern_that_ignores_a_rule() -> None:
    config = Config(per_path=(("tests/**", ("credentials",)), ("*.md", ("all",))))
    assert config.ignored_by("tests/test_client.py", TOKEN) == "tests/**"
    assert config.ignored_by("docs/guide.md", QUIET) == "*.md"
    assert config.ignored_by("tests/test_client.py", QUIET) is None
    assert config.ignored_by("src/client.py", TOKEN) is None


def test_excludes_read_as_gitignore_does() -> None:
    config = Config(exclude=("*.min.js", "/build/", "!keep.min.js"))
    assert config.excluded_by("a/b.min.js") == "*.min.js"
    assert config.excluded_by("a/keep.min.js") is None
    assert config.excluded_by("build/x") == "/build/"
    assert config.excluded_by("a/build/x") is None


def test_an_exclude_means_what_it_means_to_git_with_any_number_of_stars() -> None:
    config = Config(exclude=("*a" * 40 + "*b", "[[:digit:]]/**/"))
    assert config.excluded_by("x/" + "a" * 250) is None
    assert config.excluded_by("x/" + "a" * 250 + "b") == config.exclude[0]
    assert config.excluded_by("7/a/b.py") == config.exclude[1]
    assert config.excluded_by("7/b.py") is None


def test_excludes_that_would_be_left_aside_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="'exclude' must be an array of fewer patterns with wildcards, or shorter ones"):
        parse(f"exclude = {[f'*a{number}?' for number in range(1001)]}", tmp_path)


def test_names_that_are_no_utf8_can_be_excluded_by_their_directory() -> None:
    assert Config(exclude=("vendor/",)).excluded_by(b"vendor/\xff\xfe.py".decode("utf-8", "surrogateescape")) == "vendor/"


# What it may not say -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('ignroe = ["x"]', "There is no key 'ignroe' (nearest: 'ignore')."),
        ("max_file_size = 1", "There is no key 'max_file_size' (nearest: 'max-file-size')."),
        ('"\\u001b[31m" = 1', "There is no key '…'."),
        ('select = "all"', "'select' must be an array of rule ids or families."),
        ("select = [1]", "'select' must be an array of rule ids or families."),
        ('fail-on = "fatal"', "'fail-on' must be one of 'note', 'warning', 'error'."),
        ("fail-on = true", "'fail-on' must be one of 'note', 'warning', 'error'."),
        ('levels = {hardcoded-token = "off"}', "'levels' must be a table of rule ids and levels ('note', 'warning', 'error')."),
        ('hosts = ["https://stats.example.com/"]', "'hosts' must be an array of host names without scheme, port or path."),
        ('per-path = ["tests"]', "'per-path' must be a table of patterns, each with an array of rule ids or families."),
        ('per-path = {"tests/**" = "all"}', "'per-path' must be a table of patterns, each with an array of rule ids or families."),
        ('exclude = ["[a"]', "'exclude' must be an array in which each is a pattern as '.gitignore' has them."),
        ("max-file-size = 0", "'max-file-size' must be a number of bytes from 1 up, or text such as '10 MB'."),
        ('max-file-size = "10 cows"', "'max-file-size' must be a number of bytes from 1 up, or text such as '10 MB'."),
        ("max-file-size = true", "'max-file-size' must be a number of bytes from 1 up, or text such as '10 MB'."),
        ('generic-secrets = "yes"', "'generic-secrets' must be true or false."),
        ("a = \n", "The file is not valid TOML (line 1, column 5)."),
        ("a = " + "[" * 5000, "The file is not valid TOML."),
    ],
)
def test_a_wrong_file_is_one_line_that_names_file_key_and_way_out(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        parse(text, tmp_path)
    name, _, rest = str(caught.value).partition(": ")
    assert name.endswith("sealguard.toml")
    assert rest == message
    assert "\n" not in str(caught.value)


def test_a_parse_error_does_not_quote_the_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        parse("[a-value]\nb = 1\n[a-value]\nb = 1\n", tmp_path)
    assert "a-value" not in str(caught.value)


def test_selectors_that_name_nothing_are_errors_with_the_nearest_name() -> None:
    with pytest.raises(ConfigError, match=r"'select' names 'hardcoded-tokens', which is no rule or family \(nearest: 'hardcoded-token'\)"):
        Config(select=("hardcoded-tokens",)).check_selectors([TOKEN])
    with pytest.raises(ConfigError, match="'per-path' names 'zebra', which is no rule or family"):
        Config(per_path=(("a", ("zebra",)),)).check_selectors([TOKEN])
    with pytest.raises(ConfigError, match="'levels' names 'credentials', which is no rule"):
        Config(levels=(("credentials", Level.NOTE),)).check_selectors([TOKEN])
    Config(select=("all", "default", "credentials"), ignore=("hardcoded-token",)).check_selectors([TOKEN])


def test_what_is_not_a_regular_file_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"not a regular file|cannot be read"):
        load_config(tmp_path, file=tmp_path)
    with pytest.raises(ConfigError, match="cannot be read: no such file"):
        load_config(tmp_path, file=tmp_path / "missing.toml")


def test_a_pyproject_that_is_named_must_have_the_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    with pytest.raises(ConfigError, match=r"no \[tool\.sealguard\] table"):
        load_config(tmp_path, file=tmp_path / "pyproject.toml")


# The published schema ------------------------------------------------------------------------------------------------

SCHEMA = json.loads((resources.files("sealguard") / "schemas" / "config.json").read_text("utf-8"))

# Newlines are left out because Python's `$`, unlike JavaScript's, matches before a last one.
words = st.text(st.sampled_from("abZ09-_. *!#/\\[\u001b\u00e9"), max_size=12) | st.sampled_from(
    ["all", "error", "10 MB", "0 B", "api.example.com"]
)
scalars = st.none() | st.booleans() | st.integers(-1, 99) | st.just(0.5) | words
values = scalars | st.lists(scalars, max_size=3) | st.dictionaries(words, scalars | st.lists(words, max_size=2), max_size=2)


@given(st.dictionaries(st.sampled_from([*SCHEMA["properties"], "Select"]), values, max_size=3))
def test_the_schema_accepts_what_the_loader_accepts(table: dict[str, Any]) -> None:
    try:
        parse_config(table, "sealguard.toml")
    except ConfigError:
        accepted = False
    else:
        accepted = True
    assert jsonschema.Draft202012Validator(SCHEMA).is_valid(table) is accepted


def test_the_schema_is_one_and_its_defaults_are_ours() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    defaults = {key: entry["default"] for key, entry in SCHEMA["properties"].items() if "default" in entry}
    assert parse_config(defaults, "defaults") == Config()
