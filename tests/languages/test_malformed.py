"""A source that is cut off or damaged is read or refused, in every language, and its credentials are found all the same."""

from __future__ import annotations

import random
import time
from typing import Final

import pytest
from reading import facts_of
from realistic import realistic

from sealguard.catalogue import fill, load_catalogue
from sealguard.forms import find_credentials
from sealguard.languages.dispatch import FAULT, language_of
from sealguard.languages.grammars import GRAMMARS

TOKEN: Final = realistic("sm", 900)
STEP: Final = 100
"""A source is cut off after each of so many bytes."""
DAMAGED: Final = 20
"""How many times a source is damaged."""
LONGEST: Final = 20
"""Seconds of work that one reading may take: generous, for slow machines; what is wrong here takes minutes."""


def samples() -> dict[str, tuple[str, str]]:
    """Give the longest example of each language that the rules' pages have, with its path."""
    found: dict[str, tuple[str, str]] = {}
    for rule in load_catalogue().values():
        for file in (file for example in rule.examples for file in example.files):
            language = language_of(file.path, file.text)
            # What has no front end of its own is told apart by its extension: Groovy, Visual Basic.
            name = language if language != "text" else file.path.rpartition("/")[2].rpartition(".")[2]
            text = fill(file.text, realistic)
            if len(text) > len(found.get(name, ("", ""))[1]):
                found[name] = file.path, text
    return found


SAMPLES: Final = samples()


def hold(path: str, source: bytes) -> None:
    """Read a source, and see that nothing failed, that it took no time to speak of, and that every credential was told."""
    text = source.decode("utf-8", "surrogateescape")
    began = time.process_time()
    facts = facts_of(path, text)
    assert time.process_time() - began < LONGEST
    assert not [problem for problem in facts.problems if problem.startswith(FAULT)]
    told = {(each.text.span.start, each.text.span.end) for each in facts.candidates if not each.text.decoded}
    assert {(start, end) for _, start, end in find_credentials(text)} <= told


def test_every_language_with_a_grammar_has_a_sample() -> None:
    assert GRAMMARS.keys() - SAMPLES.keys() == {"php_only"}


@pytest.mark.slow
@pytest.mark.parametrize("language", sorted(SAMPLES))
def test_a_source_that_is_cut_off(language: str) -> None:
    path, text = SAMPLES[language]
    source = text.encode()
    for end in range(0, len(source), STEP):
        hold(path, source[:end])
        hold(path, source[:end] + b"\n" + TOKEN.encode())


@pytest.mark.slow
@pytest.mark.parametrize("language", sorted(SAMPLES))
def test_a_source_with_wrong_bytes(language: str) -> None:
    path, text = SAMPLES[language]
    chance = random.Random(f"malformed {language}")  # noqa: S311 - the same damage in every run
    for _ in range(DAMAGED):
        source = bytearray(f"{text}\n{TOKEN}\n".encode())
        for at in chance.sample(range(len(source)), k=min(len(source), chance.choice((1, 5, 50)))):
            source[at] ^= 1 << chance.randrange(8)
        hold(path, bytes(source))
