"""What is said of answers and retries, in every language alike: the pages show the rules, this shows what they are told."""

from __future__ import annotations

import time

import pytest
from reading import facts_of

from sealguard.facts import Retry, Wait

URL = "https://api.sealmetrics.com/v1/accounts"


def retries(code: str, name: str = "client.py") -> list[Retry]:
    facts = facts_of(name, code)
    assert facts.problems == []
    return facts.retries


def loop(body: str) -> Retry | None:
    """Give the retry that a Python loop with this body makes; each line of it stands in the loop."""
    lines = "\n".join("        " + line for line in body.splitlines())
    found = retries(f"import time, random, requests\ndef load(h, again, n=0):\n    delay = 1\n    while True:\n{lines}\n")
    assert len(found) <= 1
    return found[0] if found else None


SENT = f'r = requests.get("{URL}", headers=h)\n'


@pytest.mark.parametrize(
    ("condition", "refused", "limited"),
    [
        ("r.status_code == 429", False, True),
        ("r.status_code in (401, 429)", True, True),
        ("r.status_code in {403, 500}", True, False),
        ("r.status_code >= 500", False, False),
        ("r.status_code >= 400", True, True),
        ("400 < r.status_code < 500", True, True),
        ("not r.ok", True, True),
        ("not r.ok and r.status_code not in (401, 403)", False, True),
        ("not r.ok and n < 5", True, True),
        ("r.status_code == 429 or r.status_code == 401", True, True),
        ("again(r)", False, False),  # what it says is not known
    ],
)
def test_a_condition_is_judged_for_each_status(condition: str, refused: bool, limited: bool) -> None:  # noqa: FBT001 - a table's columns
    found = loop(f"{SENT}if {condition}:\n    continue\nr.raise_for_status()\nreturn r.json()")
    assert (found is not None and found.refused is not None, found is not None and found.limited) == (refused, limited)


@pytest.mark.parametrize(
    ("pause", "wait", "seconds"),
    [
        ("pass", Wait.NONE, 0),
        ("time.sleep(2)", Wait.FIXED, 2),
        ("time.sleep(delay)", Wait.FIXED, 1),
        ("time.sleep(2 * delay)", Wait.FIXED, 2),
        ("delay *= 2; time.sleep(delay)", Wait.GROWING, 0),
        ("time.sleep(int(r.headers['Retry-After']))", Wait.ASKED, 0),
        ("time.sleep(random.random())", Wait.UNKNOWN, 0),
        ("time.sleep(h.pause)", Wait.UNKNOWN, 0),
    ],
)
def test_a_wait_is_fixed_only_if_nothing_changes_it(pause: str, wait: Wait, seconds: float) -> None:
    found = loop(f"{SENT}if r.status_code == 429:\n    {pause}\n    continue\nr.raise_for_status()\nreturn r.json()")
    assert found is not None
    assert (found.wait, found.seconds) == (wait, seconds)


@pytest.mark.parametrize(
    ("caught", "refused"),
    [
        ("Exception", True),
        ("requests.RequestException", True),
        ("requests.HTTPError", True),
        ("(requests.ConnectionError, requests.Timeout)", False),
        ("SomethingElse", False),  # what that is cannot be seen
    ],
)
def test_a_handler_repeats_what_it_catches(caught: str, refused: bool) -> None:  # noqa: FBT001 - a table's column
    found = loop(f"try:\n    {SENT}    r.raise_for_status()\n    return r.json()\nexcept {caught}:\n    time.sleep(2 ** n)")
    assert (found is not None and found.refused is not None) is refused


@pytest.mark.parametrize(
    "body",
    [
        f"{SENT}print(r.json())\ntime.sleep(5)",  # it asks for news
        f"try:\n    {SENT}    r.raise_for_status()\nexcept Exception:\n    pass\ntime.sleep(5)",
        f"{SENT}if r.status_code != 200:\n    raise SystemExit(r.status_code)\nreturn r",
        f"{SENT}if r.status_code == 401:\n    refresh_token()\n    continue\nr.raise_for_status()\nreturn r",
    ],
)
def test_what_is_no_retry_is_none(body: str) -> None:
    assert loop(body) is None


def test_requests_are_followed_through_functions_of_the_file() -> None:
    (found,) = retries(
        "import requests\n"
        "class Refused(Exception): pass\n"
        f"def once(h):\n    r = requests.get('{URL}', headers=h)\n"
        "    if r.status_code in (401, 403): raise Refused()\n"
        "    r.raise_for_status()\n    return r.json()\n"
        "def load(h):\n    for n in range(3):\n        try:\n            return once(h)\n"
        "        except Refused:\n            raise\n        except Exception:\n            pass\n"
    )
    assert (found.refused, found.limited, found.wait) == (None, True, Wait.NONE)
    assert [value.text for request in found.requests for value in request.urls] == [URL]


def test_a_policy_carries_the_requests_of_what_it_is_mounted_on() -> None:
    (found,) = retries(
        "import requests\nfrom urllib3.util.retry import Retry\nfrom requests.adapters import HTTPAdapter\n"
        "session = requests.Session()\n"
        "session.mount('https://', HTTPAdapter(max_retries=Retry(status_forcelist=[401, 429])))\n"
        f"session.get('{URL}').raise_for_status()\n"
    )
    assert found.policy
    assert found.refused is not None
    assert found.wait is Wait.NONE


@pytest.mark.parametrize(
    ("use", "checked"),
    [
        ("return r.json()", False),
        ("r.raise_for_status()\n    return r.json()", True),
        ("if r.status_code == 401: raise PermissionError\n    return r.json()", True),
        ("return r", None),
        ("self.last = r", None),
        ("return handle(r)", None),
        ("print(r.text)", False),
    ],
)
def test_an_answer_that_is_handed_on_is_not_known(use: str, checked: bool | None) -> None:  # noqa: FBT001 - a table's column
    facts = facts_of("client.py", f"import requests\ndef load(self, h):\n    r = requests.get('{URL}', headers=h)\n    {use}\n")
    assert next((answer.checked for answer in facts.answers), None) is checked


def test_code_that_repeats_itself_by_the_thousand_is_walked_in_bounded_time() -> None:
    one = (
        "def f{0}(h):\n    while h:\n        r = requests.get(U, headers=h)\n"
        "        if r.status_code == 429 and h.a{0}: continue\n        return r\n"
    )
    code = f"import requests\nU = '{URL}'\n" + "".join(one.format(number) for number in range(600))
    start = time.process_time()
    facts = facts_of("client.py", code)
    assert time.process_time() - start < 20
    assert facts.retries
