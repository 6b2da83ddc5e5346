"""The file of accepted findings: what it says, what it withstands, and what it makes of the findings of a scan."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
import re
from collections import Counter
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from realistic import realistic
from sample_report import make_finding

from sealguard.baseline import (
    EXPIRED,
    LONGEST_NOTE,
    MAX_SIZE,
    REASONLESS,
    STALE,
    Baseline,
    Entry,
    Kind,
    apply,
    check_note,
    compare,
    load_baseline,
    looked_at,
    pruned,
    rendered,
    updated,
)
from sealguard.config import Config, ConfigError
from sealguard.model import Report, Skipped, Suppression

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from sealguard.model import Finding

SCHEMA = json.loads((resources.files("sealguard") / "schemas" / "baseline.json").read_text("utf-8"))
SALT = bytes(range(32))
TODAY = dt.date(2026, 6, 1)
FINGERPRINT = "0123456789abcdef" * 2
OTHER = "f" * 32
RULE = "hardcoded-token"
HEADER = f'{{"sealguard-baseline": 1, "salt": "hex:{SALT.hex()}"}}\n'
ENTRY = f'{{"path": "app/client.py", "rule": "{RULE}", "fingerprint": "hmac:{FINGERPRINT}"}}\n'


def finding(path: str = "app/client.py", fingerprint: str = FINGERPRINT, rule: str = RULE, *, line: int = 1, **more: Any) -> Finding:  # noqa: ANN401 - as in `make_finding`
    return make_finding(path, "\n" * (line - 1) + "here\n", "here", rule, "It is bad.", fingerprint=fingerprint, **more)


def entry(path: str = "app/client.py", fingerprint: str = FINGERPRINT, rule: str = RULE, **more: Any) -> Entry:  # noqa: ANN401 - the fields of `Entry`
    return Entry(path, rule, fingerprint, **more)


def baseline(*entries: Entry, prefix: str = "") -> Baseline:
    """Give a baseline as it would be read from its file."""
    numbered = [dataclasses.replace(each, line=number) for number, each in enumerate(sorted(entries, key=lambda each: each.key), 2)]
    made = Baseline(Path("sealguard-baseline.jsonl"), prefix, SALT, {each.key: each for each in numbered})
    return dataclasses.replace(made, text=rendered(made))


def everywhere(_path: str) -> bool:
    return True


def nothing(_finding: Finding) -> dict[str, Any]:
    return {}


def marked(findings: list[Finding]) -> list[tuple[str, int, str | None]]:
    """Give path, line and the reason of the suppression of each finding."""
    return [(each.path, each.region.start_line, each.suppression.reason if each.suppression else None) for each in findings]


# The file ------------------------------------------------------------------------------------------------------------

notes = st.text(st.characters(exclude_characters="\x7f", exclude_categories=["Cc"]), max_size=60)
entries = st.builds(
    Entry,
    path=st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | st.just("caf\udce9/bidi\u202e.py"),
    rule=st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True),
    fingerprint=st.text("0123456789abcdef", min_size=32, max_size=32),
    count=st.integers(1, 1000),
    history=st.booleans(),
    expires=st.none() | st.dates(),
    owner=notes,
    reason=notes,
)


@given(st.lists(entries, unique_by=lambda each: each.key), st.randoms())
def test_what_is_written_is_read_again_and_order_says_nothing(
    tmp_path_factory: pytest.TempPathFactory, some: list[Entry], random: Random
) -> None:
    file = tmp_path_factory.mktemp("baseline") / "b.jsonl"
    text = rendered(baseline(*some))
    file.write_text(text, "utf-8", newline="")
    read = load_baseline(file, "")
    assert (read.salt, set(read.entries.values())) == (SALT, set(some))
    assert rendered(read) == text == read.text
    header, *lines = text.split("\n")[:-1]
    random.shuffle(lines)
    file.write_text("\n".join([header, "", *lines]), "utf-8", newline="\r\n")
    assert rendered(load_baseline(file, "")) == text


@given(st.lists(entries, unique_by=lambda each: each.key))
def test_each_line_keeps_to_the_schema(some: list[Entry]) -> None:
    for line in rendered(baseline(*some)).split("\n")[:-1]:
        jsonschema.validate(json.loads(line), SCHEMA)


def test_the_schema_names_every_key() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    fields = {each.name for each in dataclasses.fields(Entry)} - {"line"}
    assert set(SCHEMA["$defs"]["entry"]["properties"]) == fields
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(json.loads(ENTRY) | {"secret": "x"})


def test_an_entry_is_one_line_that_people_can_read() -> None:
    full = entry(count=2, expires=dt.date(2027, 3, 31), owner="Équipe données", reason="los datos de ejemplo")
    assert rendered(baseline(full)) == HEADER + (
        f'{{"path": "app/client.py", "rule": "hardcoded-token", "fingerprint": "hmac:{FINGERPRINT}", "count": 2, '
        '"expires": "2027-03-31", "owner": "Équipe données", "reason": "los datos de ejemplo"}\n'
    )


def test_what_turns_a_line_round_is_spelled_out() -> None:
    text = rendered(baseline(entry(path="a\u202eb\x1b\udcff.py")))
    assert '"a\\u202eb\\u001b\\udcff.py"' in text
    assert text.replace("\n", "").isprintable()


def test_two_baselines_have_two_salts() -> None:
    assert Baseline(Path("a")).salt != Baseline(Path("a")).salt
    assert len(Baseline(Path("a")).salt) == 32


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "b.jsonl: The baseline is empty; remove it and run 'sealguard baseline create'."),
        ("{\n", "b.jsonl:1: This is no line of a baseline"),
        ("[1]\n", "b.jsonl:1: This is no line of a baseline"),
        ('{"version": "1.5.0", "results": {}}\n', "b.jsonl:1: A baseline begins with a line that has 'sealguard-baseline': 1 and a 'salt'"),
        (ENTRY, "b.jsonl:1: A baseline begins with"),
        (HEADER.replace("00", "zz", 1), "b.jsonl:1: A baseline begins with"),
        (HEADER.replace("1,", "true,", 1), "b.jsonl:1: A baseline begins with"),
        (HEADER.replace("1,", "2,", 1), "b.jsonl:1: The baseline was written by a newer sealguard; update sealguard."),
        (HEADER + "<<<<<<< ours\n" + ENTRY + "=======\n>>>>>>> theirs\n", "b.jsonl:2: A merge left a conflict here; keep"),
        (HEADER + ENTRY + "\n" + ENTRY, "b.jsonl:4: This repeats the entry of line 2; keep the one whose reason holds."),
        (HEADER + ENTRY.replace('"rule"', '"rul"'), "b.jsonl:2: There is no key 'rul' (nearest: 'rule'); correct or remove it."),
        (HEADER + ENTRY.replace('"rule"', '"path"'), "b.jsonl:2: The line has 'path' twice; remove one."),
        (HEADER + '{"path": "a", "rule": "b"}', "b.jsonl:2: The entry has no 'fingerprint'; restore or remove the line."),
        (HEADER + ENTRY.replace("hmac:", ""), "b.jsonl:2: 'fingerprint' must be 'hmac:' and 32 hex digits."),
        (HEADER + ENTRY.replace(RULE, "No Rule"), "b.jsonl:2: 'rule' must be a rule's id."),
        (HEADER + ENTRY.replace("app/client.py", "\\ud800"), "b.jsonl:2: 'path' must be a path."),
        (HEADER + ENTRY.replace("app/client.py", "x" * 5000), "b.jsonl:2: 'path' must be a path."),
        *[
            (HEADER + ENTRY.replace("}", f', "{key}": {value}}}'), f"b.jsonl:2: '{key}' must be ")
            for key, value in [
                ("history", "false"),
                ("count", "0"), ("count", "true"), ("count", "1.5"), ("count", "1e400"), ("expires", '"2027-02-30"'), ("expires", "2027"),
                ("reason", '""'), ("reason", '"a\\nb"'), ("reason", f'"{"x" * (LONGEST_NOTE + 1)}"'), ("owner", "[]"), ("owner", "null"),
            ]
        ],
        (HEADER + "[" * 100_000, "b.jsonl:2: This is no line of a baseline"),
        (HEADER + '{"count": ' + "9" * 100_000 + "}", "b.jsonl:2: This is no line of a baseline"),
        (HEADER + "\0", "b.jsonl:2: This is no line of a baseline"),
    ],
)  # fmt: skip
def test_a_baseline_that_is_none_is_refused_with_file_line_and_the_way_out(
    text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("b.jsonl").write_text(text)
    with pytest.raises(ConfigError) as raised:
        load_baseline(Path("b.jsonl"), "")
    assert str(raised.value).startswith(message)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 300


def test_what_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("secret").write_text("sm_secret")
    Path("link.jsonl").symlink_to("secret")
    Path("latin.jsonl").write_bytes(b"\xe9")
    os.mkfifo("pipe")
    with Path("huge.jsonl").open("wb") as huge:
        huge.truncate(MAX_SIZE + 1)
    for name, message in {
        "none.jsonl": "There is no such baseline; run 'sealguard baseline create'.",
        "link.jsonl": "The baseline is a symbolic link; name the file that it points to.",
        "latin.jsonl": "The baseline is not UTF-8; restore it, or remove it and run 'sealguard baseline create'.",
        "huge.jsonl": f"The baseline is larger than {MAX_SIZE} bytes.",
        "pipe": "The baseline is not a regular file.",
    }.items():
        with pytest.raises(ConfigError, match=f"^{re.escape(name)}: {re.escape(message)}$"):
            load_baseline(Path(name), "")


@given(st.binary(max_size=200), st.integers(0, 400))
def test_whatever_a_file_holds_it_is_a_baseline_or_a_configuration_error(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int
) -> None:
    good = (HEADER + ENTRY).encode()
    file = tmp_path_factory.mktemp("baseline") / "b.jsonl"
    file.write_bytes(good[:at] + noise + good[at:])
    try:
        load_baseline(file, "")
    except ConfigError as error:
        assert str(error).isprintable()  # noqa: PT017 - it need not be raised


@pytest.mark.parametrize("kind", ["sm", "smlive", "whsec", "jwt", "opaque", "hex40", "b64sm"])
def test_a_secret_is_no_reason(kind: str) -> None:
    with pytest.raises(ValueError, match="it seems to hold a secret"):
        check_note(f"it was {realistic(kind)} once")


@pytest.mark.parametrize(
    "reason",
    [
        "legacy exporter, see https://jira.example.com/browse/DATA-1234?focused=yes",
        "revoked 2026-03-31 (#1234)",
        "données d'exemple 日本語",
        "",
    ],
)
def test_ordinary_reasons_are_taken_as_they_are(reason: str) -> None:
    assert check_note(f"  {reason} ") == reason
    assert entry(reason=reason).note == reason


def test_a_secret_that_somebody_wrote_into_a_reason_is_not_shown() -> None:
    assert entry(reason=f"was {realistic('sm')}", owner="me", expires=TODAY).note == "was … (owner: me, until 2026-06-01)"


# What it makes of findings -------------------------------------------------------------------------------------------


def test_what_an_entry_is_about_is_suppressed_and_nothing_else_is() -> None:
    result = compare(
        baseline(entry(reason="the demo")),
        [finding(), finding(fingerprint=OTHER), finding(rule="token-in-url"), finding("other.py"), finding(fingerprint="", rule=STALE)],
        Config(),
        TODAY,
        everywhere,
    )
    assert [each.suppression for each in result.findings] == [Suppression("baseline", "the demo"), None, None, None, None]
    assert result.fresh == result.findings[1:4], "what has no fingerprint cannot be entered"
    assert result.problems == []


def test_an_entry_covers_as_many_findings_as_it_says_from_the_top() -> None:
    found = [finding(line=line) for line in (3, 5, 9)]
    result = compare(baseline(entry(count=2)), found, Config(), TODAY, everywhere)
    assert marked(result.findings) == [("app/client.py", 3, ""), ("app/client.py", 5, ""), ("app/client.py", 9, None)]
    assert [each.region.start_line for each in result.fresh] == [9]
    after, changes = updated(baseline(entry(count=2, reason="kept")), result, nothing)
    assert [(change.kind, change.entry.count, change.entry.reason) for change in changes] == [(Kind.RAISED, 3, "kept")]
    assert compare(after, found, Config(), TODAY, everywhere).fresh == []


def test_what_is_suppressed_anyway_needs_no_entry() -> None:
    inline = finding(suppression=Suppression("inline", "said so"))
    result = compare(baseline(entry()), [inline], Config(), TODAY, everywhere)
    assert result.findings == [inline]
    assert list(result.left.values()) == [0]
    assert compare(baseline(), [inline], Config(), TODAY, everywhere).fresh == []


@pytest.mark.parametrize(("day", "counts"), [(TODAY, True), (TODAY - dt.timedelta(1), False)])
def test_an_entry_counts_on_its_last_day_and_not_after(day: dt.date, counts: bool) -> None:  # noqa: FBT001 - a parameter of the test
    result = compare(baseline(entry(expires=day)), [finding()], Config(), TODAY, everywhere)
    assert (result.findings[0].suppression is not None) == counts
    assert result.fresh == [], "an expired entry is no reason for a second one"
    assert [problem.rule for problem in result.problems] == ([] if counts else [EXPIRED])


def test_a_reason_can_be_required() -> None:
    required = Config(require_reason=True)
    assert [problem.rule for problem in compare(baseline(entry()), [finding()], required, TODAY).problems] == [REASONLESS]
    assert compare(baseline(entry()), [finding()], required, TODAY).findings[0].suppression is None
    assert compare(baseline(entry(reason="why")), [finding()], required, TODAY).problems == []


def test_what_is_gone_is_stale_only_where_the_scan_could_know() -> None:
    made = baseline(entry("seen/a.py"), entry("unseen/a.py"), entry("seen/b.py", rule="generic-secret"), entry("seen/c.py", count=2))

    def seen(path: str) -> bool:
        return path.startswith("seen/")

    result = compare(made, [finding("seen/c.py")], Config(), TODAY, seen)
    assert result.left == {("seen/a.py", RULE, FINGERPRINT): 0, ("seen/c.py", RULE, FINGERPRINT): 1}
    assert [problem.message for problem in result.problems] == [
        "Nothing of 'hardcoded-token' that the entry covers is in 'seen/a.py' any more; run 'sealguard baseline prune'.",
        "The entry covers 2 findings, of which 1 is left; run 'sealguard baseline prune'.",
    ]
    assert compare(made, [], Config(), TODAY).problems == [], "a scan of a part knows nothing"
    after, changes = pruned(made, result)
    assert {each.path: each.count for each in after.entries.values()} == {"unseen/a.py": 1, "seen/b.py": 1, "seen/c.py": 1}
    assert [change.kind for change in changes] == [Kind.REMOVED, Kind.LOWERED]


def test_a_rule_that_is_none_is_told_and_not_removed() -> None:
    made = baseline(entry(rule="hardcoded-tokens"))
    result = compare(made, [], Config(), TODAY, everywhere)
    assert [problem.message for problem in result.problems] == [
        "'hardcoded-tokens' is no rule (nearest: 'hardcoded-token'), so the entry covers nothing; correct or remove it."
    ]
    assert pruned(made, result)[1] == []


def test_an_entry_follows_its_finding_to_another_file_with_all_it_says() -> None:
    old = entry("old/client.py", count=3, reason="why", owner="who", expires=TODAY)
    result = compare(baseline(old), [finding("new/client.py"), finding("new/client.py", line=4)], Config(), TODAY, everywhere)
    assert len(result.fresh) == 2, "until then it is new where it is"
    assert [problem.message for problem in result.problems] == [
        "What the entry covers is in 'new/client.py' now; run 'sealguard baseline update'."
    ]
    assert pruned(baseline(old), result)[1] == [], "what it says is not thrown away"
    after, changes = updated(baseline(old), result, nothing)
    assert [change.kind for change in changes] == [Kind.MOVED]
    assert list(after.entries.values()) == [dataclasses.replace(old, path="new/client.py", count=2)]


def test_a_copy_is_new_and_takes_nothing_from_the_original() -> None:
    result = compare(baseline(entry(reason="why")), [finding(), finding("copy.py")], Config(), TODAY, everywhere)
    assert result.moved == {}
    assert {each.path: each.reason for each in updated(baseline(entry(reason="why")), result, nothing)[0].entries.values()} == {
        "app/client.py": "why",
        "copy.py": "",
    }


def test_files_that_moved_together_keep_their_own_reasons() -> None:
    made = baseline(*(entry(f"old/{name}", reason=name) for name in ("a.py", "b.py", "c.py")))
    result = compare(made, [finding(f"new/{name}") for name in ("z.py", "c.py", "b.py")], Config(), TODAY, everywhere)
    after, _ = updated(made, result, nothing)
    assert {each.path: each.reason for each in after.entries.values()} == {"new/b.py": "b.py", "new/c.py": "c.py", "new/z.py": "a.py"}


def test_a_rotated_token_is_new_and_its_predecessor_stale() -> None:
    made = baseline(entry(reason="revoked"))
    result = compare(made, [finding(fingerprint=OTHER)], Config(), TODAY, everywhere)
    assert (len(result.fresh), list(result.left.values()), result.moved) == (1, [0], {})
    after, _ = updated(made, result, lambda _: {"reason": "new"})
    assert sorted(each.reason for each in after.entries.values()) == ["new", "revoked"], "'update' removes nothing"


def test_a_scan_from_a_directory_below_knows_the_same_entries() -> None:
    made = baseline(entry("services/api/client.py"), entry("services/web/client.py"), prefix="services/api/")
    result = compare(made, [finding("client.py")], Config(), TODAY, everywhere)
    assert (result.fresh, result.problems) == ([], [])
    assert list(compare(made, [], Config(), TODAY, everywhere).left) == [("services/api/client.py", RULE, FINGERPRINT)]


found = st.builds(finding, st.sampled_from(["a.py", "b/a.py", "c.py"]), st.sampled_from([FINGERPRINT, OTHER]), line=st.integers(1, 50))
accepted = st.builds(
    entry, st.sampled_from(["a.py", "b/a.py", "c.py", "gone.py"]), st.sampled_from([FINGERPRINT, OTHER, "a" * 32]), count=st.integers(1, 3)
)


@given(st.lists(found, max_size=12), st.lists(accepted, unique_by=lambda each: each.key))
def test_after_update_and_prune_the_file_says_what_is_there_and_both_are_done(findings: list[Finding], before: list[Entry]) -> None:
    made = baseline(*before)
    entered, _ = updated(made, compare(made, findings, Config(), TODAY, everywhere), nothing)
    assert not compare(entered, findings, Config(), TODAY, everywhere).fresh
    clean, _ = pruned(entered, compare(entered, findings, Config(), TODAY, everywhere))
    assert {key: each.count for key, each in clean.entries.items()} == Counter(map(clean.key, findings))
    result = compare(clean, findings, Config(), TODAY, everywhere)
    assert (result.problems, updated(clean, result, nothing), pruned(clean, result)) == ([], (clean, []), (clean, []))


# Where a scan has looked ---------------------------------------------------------------------------------------------


def looks(*skipped: Skipped, directories: tuple[str, ...] = ("",), exclude: tuple[str, ...] = ()) -> Callable[[str], bool]:
    return looked_at(Report(skipped=list(skipped)), directories, Config(exclude=exclude))


@pytest.mark.parametrize(
    ("looked", "seen", "unseen"),
    [
        (looks(), ["a.py", "b/c.py"], []),
        (looks(directories=("b",)), ["b/c.py"], ["a.py", "bc.py"]),
        (looks(exclude=("vendor/",)), ["a.py"], ["vendor/a.py"]),
        (looks(Skipped("b", "permission denied")), ["a.py", "bc.py"], ["b/c.py", "b"]),
        (looks(Skipped("a.py", "it is binary", incomplete=False)), ["b.py"], ["a.py"]),
        (looks(Skipped(".", "the scan was interrupted")), [], ["a.py", "b/c.py"]),
        (looks(Skipped("b/.git", "git failed, so tracked files that are ignored were not looked for")), ["a.py"], ["b/c.py"]),
        (looks(Skipped("b/.gitignore", "it has too many patterns")), ["a.py"], ["b/c.py"]),
        (looks(Skipped(".gitignore", "it ignores everything", incomplete=False)), ["a.py"], [".gitignore"]),
        (looks(Skipped(".git/info/exclude", "it has too many patterns")), [], ["a.py"]),
    ],
)
def test_where_a_scan_has_looked(looked: Callable[[str], bool], seen: list[str], unseen: list[str]) -> None:
    assert all(map(looked, seen))
    assert not any(map(looked, unseen))


# In a report ---------------------------------------------------------------------------------------------------------


def test_a_report_tells_what_is_wrong_with_the_baseline_at_the_line_of_the_entry(tmp_path: Path) -> None:
    file = tmp_path / "sealguard-baseline.jsonl"
    file.write_text(rendered(baseline(entry("a.py"), entry("b.py", expires=dt.date(2026, 1, 1)), entry("c.py", reason="why"))))
    report = Report(root=str(tmp_path), findings=[finding("b.py"), finding("c.py")])
    apply(report, load_baseline(file, ""), Config(), TODAY, everywhere)
    assert [(each.path, each.region.start_line, each.rule) for each in report.active] == [
        ("b.py", 1, RULE),
        ("sealguard-baseline.jsonl", 2, STALE),
        ("sealguard-baseline.jsonl", 3, EXPIRED),
    ]
    told = report.baseline
    assert told is not None
    assert (told.path, told.suppressed, told.stale, told.expired) == ("sealguard-baseline.jsonl", 1, 1, 1)


def test_complaints_can_be_turned_off_as_any_rule(tmp_path: Path) -> None:
    file = tmp_path / "sealguard-baseline.jsonl"
    file.write_text(HEADER + ENTRY)
    report = Report(root=str(tmp_path))
    apply(report, load_baseline(file, ""), Config(ignore=(STALE,)), TODAY, everywhere)
    assert report.findings == []
