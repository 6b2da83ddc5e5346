"""Triage keeps every file that a rule can be about, keeps few others, and says the same with and without Hyperscan."""

from __future__ import annotations

import base64
import stat
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from realistic import realistic

from sealguard import hyperscan_database, triage
from sealguard.triage import PATTERNS, Pattern, Triage, configured

if TYPE_CHECKING:
    from pathlib import Path

PORTABLE = Triage(portable=True)
KEY = realistic("sm")


def signals(text: str, encoding: str = "utf-8") -> frozenset[str]:
    return PORTABLE.signals(text.encode(encoding))


@pytest.mark.parametrize(
    "text",
    [
        "sealmetrics",
        "SealMetrics",
        "SEAL_METRICS_TOKEN",
        "seal-metrics",
        "https://api.sealmetrics.com/v1",
        "Seal Metrics",
        "mySealMetricsKey",
        "seal.metrics",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32-le"])
def test_the_name_is_seen_in_every_spelling(text: str, encoding: str) -> None:
    assert signals(f"x = {text}", encoding) == {triage.NAME}


CREDENTIALS = {
    triage.API_KEY: [KEY, realistic("smlive"), f"'{KEY}'", f"X-API-Key:{KEY}", f"a%20{KEY}", f"\\n{KEY}", f"\\u0022{KEY}"],
    triage.JWT: [realistic("jwt"), f"Bearer%20{realistic('jwt')}", f"\\n{realistic('jwt')}"],
    triage.WEBHOOK: [realistic("whsec"), f"secret={realistic('whsec')}"],
    triage.BASE64: [realistic("b64sm"), f"token: {realistic('b64usm')}"],
    triage.HEX: [realistic("hexsm"), realistic("hexsm").upper(), f"0x{realistic('hexsm')}"],
    triage.REVERSED: [KEY[::-1], realistic("smlive").replace("live", "test")[::-1]],
    triage.ESCAPED: [
        "".join(f"%{ord(char):02X}" for char in KEY),
        quote(KEY).replace("_", "%5F"),
        "".join(f"\\x{ord(char):02x}" for char in KEY),
        "".join(f"\\u{ord(char):04x}" for char in KEY),
        "".join(f"\\u{{{ord(char):x}}}" for char in KEY),
        "".join(f"\\{ord(char):03o}" for char in KEY),
        "".join(f"&#{ord(char)};" for char in KEY),
        KEY.replace("_", "\\x5f"),
        KEY.replace("sm_", "s\\u006d_"),
        KEY.replace("_", "&lowbar;"),
    ],
    triage.CODES: [
        str([ord(char) for char in KEY]),
        " + ".join(f"chr({ord(char)})" for char in KEY),
        " . ".join(f"Chr({ord(char)})" for char in KEY),
        ",".join(f"0x{ord(char):02X}" for char in KEY),
        "+".join(f"[char]{ord(char)}" for char in KEY),
    ],
    triage.SPLIT: [f'"{KEY[:12]}" + "{KEY[12:]}"', f"'sm_' . '{KEY[3:]}'", f'"{KEY[:20]}"\n"{KEY[20:]}"', f'["sm_", "{KEY[3:]}"]'],
    triage.SUPPRESSION: ["# sealguard: ignore", "<!-- sealguard: ignore-file -->"],
}


@pytest.mark.parametrize(("signal", "text"), [(signal, text) for signal, texts in CREDENTIALS.items() for text in texts])
def test_a_credential_is_seen_in_every_guise(signal: str, text: str) -> None:
    assert signal in signals(text)
    assert signal in signals(f"before ({text}) after")


@pytest.mark.parametrize("kind", ["sm", "smlive", "jwt", "whsec"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_a_credential_is_seen_in_wide_encodings(kind: str, encoding: str) -> None:
    assert signals(f'x = "{realistic(kind)}"', encoding)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "static int sm_state_machine_transition_to_closed(void)",
        "prism_abcdefghijklmnopqrstuvwxyz",
        "sm_short",
        "seal the metrics",
        base64.b64encode(b"something that is no token").decode(),
        "eyJhbGciOiJIUzI1NiJ9",
        "timeout_ms = 5; average_response_time_ms",
        "115, 109 and 95 are numbers",
        "{115, 109, 95}",
        "736d5f",
        "C:\\sm_\\x5f",
        "sealguard",
    ],
)
def test_ordinary_code_is_dropped(text: str) -> None:
    assert signals(text) == frozenset()


# The two engines -----------------------------------------------------------------------------------------------------

PIECES = st.one_of(
    st.sampled_from([text for texts in CREDENTIALS.values() for text in texts]),
    st.sampled_from(
        ["sealmetrics", "Seal-METRICS", "seal", "metrics", "sm_", "sm_live_", "eyJ", ".eyJ", "whsec_", "c21f", "736d5f", "_ms"]
    ),
    st.sampled_from(["%5f", "\\x5f", "\\x73", "115", ", ", "109", "95", "0x", '"', "+", " ", "\n", "\\n", "&#95;", "\x00", "-", "_", "."]),
    st.text(st.characters(max_codepoint=0x2FF), max_size=20),
    st.text("aA0_-.", max_size=30),
)
CONTENTS = st.one_of(
    st.lists(PIECES, max_size=8).map(lambda pieces: "".join(pieces).encode()),
    st.lists(PIECES, max_size=8).map(lambda pieces: "".join(pieces).encode("utf-16")),
    st.binary(max_size=100),
)
CONFIGURED = configured(["analytics.example.org"], ["acme-proxy"])


@pytest.fixture(scope="module")
def fast() -> Triage:
    pytest.importorskip("hyperscan")
    made = Triage(extra=CONFIGURED)
    made.prepare()
    return made


@settings(max_examples=400)
@given(content=CONTENTS, cut=st.integers(0, 60))
def test_both_engines_give_the_same_answer(fast: Triage, content: bytes, cut: int) -> None:
    portable = Triage(extra=CONFIGURED, portable=True)
    for part in (content, content[cut:], content[: len(content) - cut]):
        assert fast.signals(part) == portable.signals(part)


def test_the_engine_changes_without_changing_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(triage, "HYPERSCAN_FROM", 1000)
    made = Triage()
    assert {made.signals(KEY.encode() + b" " * 100) for _ in range(30)} == {frozenset({triage.API_KEY})}


def test_a_scan_that_grows_takes_hyperscan_at_last() -> None:
    pytest.importorskip("hyperscan")
    code = "import sys; from sealguard.triage import Triage; t = Triage(); [t.signals(b'x' * 90_001) for _ in range(6)]"
    assert subprocess.run([sys.executable, "-c", f"{code}; sys.exit('hyperscan' not in sys.modules)"], check=False).returncode == 0


def test_without_hyperscan_the_portable_engine_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hyperscan", None)
    made = Triage()
    made.prepare()
    assert made.signals(KEY.encode()) == {triage.API_KEY}


def test_a_small_scan_imports_neither_hyperscan_nor_a_database() -> None:
    code = "import sys; from sealguard.triage import Triage; Triage().signals(b'x' * 1000); sys.exit('hyperscan' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "content",
    [
        b"a" * 400_000,
        b"eyJ" * 130_000,
        b"eyJa-" * 80_000,
        b"%20eyJ" * 70_000,
        b"sm_" * 130_000,
        b"115, 109, 95, " * 30_000,
        b"\\x73" * 100_000,
        b"s\x00e\x00a\x00l\x00" * 50_000,
        b"'sm_" * 100_000,
        b"0x73,0x6d,0x5f," * 25_000,
        b"&#115;" * 60_000,
        b"_ms" * 130_000,
    ],
)
def test_hostile_content_takes_linear_time(content: bytes) -> None:
    made = Triage(portable=True)
    made.signals(content[:1000])
    start = time.process_time()
    made.signals(content)
    assert time.process_time() - start < 2, "a quadratic pattern takes minutes"


# What is configured --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["analytics.example.org", "https://ANALYTICS.example.org/x", "acmeproxy", "ACME_PROXY_TOKEN", "acme-proxy", "AcmeProxy"]
)
def test_configured_hosts_and_names_are_signals_too(text: str) -> None:
    assert Triage(extra=CONFIGURED, portable=True).signals(text.encode()) == {triage.NAME}
    assert signals(text) == frozenset()


def test_a_configured_host_is_no_pattern() -> None:
    assert not Triage(extra=configured(["a.example"], []), portable=True).signals(b"axexample")


# The cache -----------------------------------------------------------------------------------------------------------

SMALL = {"word": (Pattern(rb"needle[0-9]", (b"needle",)),)}


def prepared(cache: Path | None) -> Triage:
    made = Triage(SMALL, cache=cache)
    made.prepare()
    return made


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    pytest.importorskip("hyperscan")
    prepared(tmp_path / "cache")
    return tmp_path / "cache"


def compilations(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count from now on how often a database is compiled rather than loaded."""
    import hyperscan  # noqa: PLC0415 - where there is none, these tests are skipped

    counted: list[int] = []

    class Counting(hyperscan.Database):
        def compile(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - whatever the extension takes
            counted.append(1)
            super().compile(*arguments, **named)

    monkeypatch.setattr(hyperscan, "Database", Counting)
    return counted


def test_a_compiled_database_is_kept_and_only_its_owner_can_write_it(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (stored,) = cache.iterdir()
    assert (stat.S_IMODE(cache.stat().st_mode), stat.S_IMODE(stored.stat().st_mode)) == (0o700, 0o600)
    counted = compilations(monkeypatch)
    assert prepared(cache).signals(b"a needle7") == {"word"}
    assert counted == []


@pytest.mark.parametrize("spoil", ["content", "length", "empty", "mode", "link", "directory mode"])
def test_a_database_that_somebody_else_could_have_made_is_compiled_again(cache: Path, spoil: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (stored,) = cache.iterdir()
    content = stored.read_bytes()
    match spoil:
        case "content":
            stored.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        case "length":
            stored.write_bytes(content[: len(content) // 2])
        case "empty":
            stored.write_bytes(b"")
        case "mode":
            stored.chmod(0o666)
        case "link":
            stored.rename(cache.parent / "elsewhere")
            stored.symlink_to(cache.parent / "elsewhere")
        case "directory mode":
            cache.chmod(0o777)
    counted = compilations(monkeypatch)
    assert prepared(cache).signals(b"a needle7") == {"word"}
    assert counted == [1]


def test_other_patterns_have_another_database(cache: Path) -> None:
    made = Triage({"other": (Pattern(rb"other", (b"other",)),)}, cache=cache)
    made.prepare()
    assert made.signals(b"a needle7, other") == {"other"}
    assert len(list(cache.iterdir())) == 2


def test_the_cache_is_never_inside_the_scanned_tree(private_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert hyperscan_database.cache_directory(tmp_path) == private_home / ".cache" / "sealguard"
    assert hyperscan_database.cache_directory(private_home) is None
    (tmp_path / "link").symlink_to(private_home)
    assert hyperscan_database.cache_directory(tmp_path / "link") is None
    monkeypatch.setenv("XDG_CACHE_HOME", ".cache")
    assert hyperscan_database.cache_directory(tmp_path) is None


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    pytest.importorskip("hyperscan")
    (tmp_path / "cache").write_bytes(b"not a directory")
    assert prepared(tmp_path / "cache").signals(b"a needle7") == {"word"}
    assert [path.name for path in tmp_path.iterdir()] == ["cache"]


def test_every_pattern_says_what_its_matches_hold() -> None:
    for patterns in PATTERNS.values():
        for pattern in patterns:
            assert pattern.literals
            assert all(literal == literal.lower() for literal in pattern.literals)
