"""Python's front end: where values come from, what is sent, and where each of them stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sealguard.facts import Facts, Kind, Use, Zone
from sealguard.languages import python
from sealguard.languages.fragment import Fragment
from sealguard.languages.problem import SyntaxProblem
from sealguard.languages.python_outline import outline
from sealguard.model import Document, SourceFile

API = "https://api.sealmetrics.com/v1"


def read(code: str) -> Facts:
    document = Document(SourceFile(b"app.py", code.encode()), code)
    facts = Facts(document, "python")
    python.read(Fragment.whole(document, "python"), facts)
    return facts


def header_of(code: str, name: str = "authorization") -> list[str]:
    """Give the shapes that a header can have, holes as `<name>`."""
    return [
        "".join(part.text if hasattr(part, "text") else f"<{part.names[0] if part.names else part.kind}>" for part in value.parts)
        for header in read(code).headers
        if (header.name.text or "").lower() == name
        for value in header.values
    ]


WAYS_TO_A_HEADER = {
    "a literal": 'import requests\nrequests.get(URL, headers={"Authorization": "Bearer abc"})',
    "percent": 'T = "abc"\nH = {"Authorization": "Bearer %s" % T}',
    "percent with a map": 'T = "abc"\nH = {"Authorization": "Bearer %(t)s" % {"t": T}}',
    "format with names": 'H = {"Authorization": "Bearer {token}".format(token="abc")}',
    "format_map": 'H = {"Authorization": "Bearer {t}".format_map({"t": "abc"})}',
    "string.Template": 'from string import Template\nH = {"Authorization": Template("Bearer $t").substitute(t="abc")}',
    "a class attribute": 'class C:\n    T = "abc"\n    def h(self):\n        return {"Authorization": f"Bearer {self.T}"}',
    "a dataclass's field": (
        "from dataclasses import dataclass\n@dataclass\nclass C:\n    t: str\n"
        '    def h(self):\n        return {"Authorization": f"Bearer {self.t}"}\nC(t="abc")'
    ),
    "an enumeration": 'class K(Enum):\n    T = "abc"\nH = {"Authorization": f"Bearer {K.T.value}"}',
    "a property": (
        'class C:\n    @property\n    def t(self):\n        return "abc"\n'
        '    def h(self):\n        return {"Authorization": f"Bearer {self.t}"}'
    ),
    "a lambda": 'bearer = lambda t: f"Bearer {t}"\nH = {"Authorization": bearer("abc")}',
    "dict()": 'H = dict(Authorization="Bearer abc")',
    "setdefault": 'H = {}\nH.setdefault("Authorization", "Bearer abc")',
    "a session's headers": 'import requests\ns = requests.Session()\ns.headers["Authorization"] = "Bearer abc"',
    "a session's headers, updated": 'import requests\ns = requests.Session()\ns.headers.update({"Authorization": "Bearer abc"})',
    "add_header": 'import urllib.request\nr = urllib.request.Request(URL)\nr.add_header("Authorization", "Bearer abc")',
    "a list of lines": 'c.setopt(pycurl.HTTPHEADER, ["Authorization: Bearer abc"])',
    "a loop over pairs": 'for name, t in [("a", "abc")]:\n    H = {"Authorization": f"Bearer {t}"}',
    "an unpacked tuple": 'user, t = "me", "abc"\nH = {"Authorization": f"Bearer {t}"}',
    "a walrus": 'if (t := "abc"):\n    H = {"Authorization": f"Bearer {t}"}',
    "a function on one line": 'def h(t): return {"Authorization": f"Bearer {t}"}\nh("abc")',
    "a thread": 'def w(n, t):\n    H = {"Authorization": f"Bearer {t}"}\nThread(target=w, args=(1, "abc"))',
    "a task": 'def w(t):\n    H = {"Authorization": f"Bearer {t}"}\nw.delay("abc")',
    "an operator's arguments": (
        'def w(t):\n    H = {"Authorization": f"Bearer {t}"}\nPythonOperator(python_callable=w, op_kwargs={"t": "abc"})'
    ),
    "a mapped function": 'list(map(lambda t: {"Authorization": f"Bearer {t}"}, ["abc"]))',
    "an executor's map": 'def w(t):\n    H = {"Authorization": f"Bearer {t}"}\nlist(pool.map(w, ["abc"]))',
    "named arguments handed on": (
        'def inner(t):\n    H = {"Authorization": f"Bearer {t}"}\ndef outer(**kw):\n    inner(**kw)\nouter(t="abc")'
    ),
    "a comprehension of pairs": 'H = {k: v for k, v in [("Authorization", "Bearer abc")]}\nrequests.get(URL, headers=H)',
    "zip": 'H = dict(zip(("Authorization",), ("Bearer abc",)))\nrequests.get(URL, headers=H)',
    "a named tuple": 'C = namedtuple("C", "id t")\nc = C(1, "abc")\nH = {"Authorization": f"Bearer {c.t}"}',
    "an option's default": ('import click\n@click.option("--t", default="abc")\ndef f(t):\n    H = {"Authorization": f"Bearer {t}"}'),
    "an argument's default": (
        'p = argparse.ArgumentParser()\np.add_argument("--t", default="abc")\na = p.parse_args()\nH = {"Authorization": f"Bearer {a.t}"}'
    ),
    "an injected dependency": (
        'def make():\n    return "abc"\ndef f(t: Annotated[str, Depends(make)]):\n    H = {"Authorization": f"Bearer {t}"}'
    ),
    "augmented assignment": 'v = "Bearer "\nv += "abc"\nH = {"Authorization": v}',
}


@pytest.mark.parametrize("code", WAYS_TO_A_HEADER.values(), ids=WAYS_TO_A_HEADER.keys())
def test_a_literal_is_followed_into_the_header(code: str) -> None:
    assert "Bearer abc" in header_of(code)


WAYS_TO_A_REQUEST = {
    "requests": f'import requests\nrequests.get("{API}/x", headers=H)',
    "from import": f'from requests import get\nget("{API}/x", headers=H)',
    "alias": f'import requests as rq\nrq.get("{API}/x", headers=H)',
    "request()": f'import requests\nrequests.request("GET", "{API}/x", headers=H)',
    "keywords": f'import requests\nrequests.request(url="{API}/x", method="GET", headers=H)',
    "spread": f'import requests\nARGS = {{"headers": H}}\nrequests.get("{API}/x", **ARGS)',
    "session": f'import requests\ns = requests.Session()\ns.get("{API}/x", headers=H)',
    "session with": f'import requests\nwith requests.Session() as s:\n    s.get("{API}/x", headers=H)',
    "httpx client": f'import httpx\nc = httpx.Client(base_url="{API}", headers=H)\nc.get("/x")',
    "aiohttp": (
        f"import aiohttp\nasync def f():\n    async with aiohttp.ClientSession(headers=H) as s:\n"
        f'        async with s.get("{API}/x") as r:\n            return r'
    ),
    "urllib": f'import urllib.request as u\nu.urlopen(u.Request("{API}/x", headers=H))',
    "http.client": 'import http.client\nc = http.client.HTTPSConnection("api.sealmetrics.com")\nc.request("GET", "/v1/x", None, H)',
    "urllib3": f'import urllib3\nurllib3.PoolManager().request("GET", "{API}/x", headers=H)',
    "partial": f'import functools, requests\nget = functools.partial(requests.get, headers=H)\nget("{API}/x")',
    "urljoin": f'import requests\nfrom urllib.parse import urljoin\nrequests.get(urljoin("{API}/", "x"), headers=H)',
    "a method": f'class C:\n    def f(self):\n        return self.http.get("{API}/x", headers=H)',
}


@pytest.mark.parametrize("code", WAYS_TO_A_REQUEST.values(), ids=WAYS_TO_A_REQUEST.keys())
def test_a_request_is_seen_with_its_url_and_headers(code: str) -> None:
    requests = read('H = {"Authorization": "Bearer abc"}\n' + code).requests
    assert any(
        any(url.text == f"{API}/x" for url in request.urls)
        and any(header.name.text == "Authorization" and header.values[0].text == "Bearer abc" for header in request.headers)
        for request in requests
    )


@pytest.mark.parametrize(
    ("code", "kind", "name"),
    [
        ('import os\nT = os.environ["NAME"]', Kind.ENVIRONMENT, "NAME"),
        ('import os\nT = os.getenv("NAME")', Kind.ENVIRONMENT, "NAME"),
        ('from os import environ\nT = environ.get("NAME")', Kind.ENVIRONMENT, "NAME"),
        ('from decouple import config\nT = config("NAME")', Kind.ENVIRONMENT, "NAME"),
        ('T = open("/run/secrets/t").read()', Kind.FILE, "T"),
        ('from pathlib import Path\nT = Path("/run/t").read_text()', Kind.FILE, "T"),
        ("import sys\nT = sys.stdin.read()", Kind.FILE, "T"),
        ('import subprocess\nT = subprocess.check_output(["pass", "show"])', Kind.FILE, "T"),
        ("import keyring\nT = keyring.get_password('a', 'b')", Kind.STORE, "T"),
        ("T = fetch_token()", Kind.CALL, "fetch_token"),
        ("def f(T):\n    H['Authorization'] = T\n", Kind.PARAMETER, "T"),
    ],
)
def test_where_an_unknown_value_comes_from(code: str, kind: Kind, name: str) -> None:
    facts = read(code + ('\nH = {"Authorization": T}' if "def" not in code else ""))
    holes = [hole for header in facts.headers for value in header.values for hole in value.holes]
    assert (kind, name) in {(hole.kind, hole.names[0] if name != "T" else hole.names[-1]) for hole in holes}


@pytest.mark.parametrize(
    ("expression", "mark"),
    [
        ("os.environ['T'].strip()", "trimmed"),
        ("base64.b64encode(os.environ['T'].encode()).decode()", "base64"),
        ("urllib.parse.quote(os.environ['T'])", "percent"),
        ("json.dumps(os.environ['T'])", "quoted"),
        ("f\"{os.environ['T']!r}\"", "quoted"),
        ("f\"{os.environ['T'].encode()}\"", "bytes-repr"),
        ("os.environ['T'][:4]", "partial"),
        ("hashlib.sha256(os.environ['T'].encode()).hexdigest()", "digest"),
    ],
)
def test_what_was_done_to_a_value_on_the_way(expression: str, mark: str) -> None:
    facts = read(f'import base64, hashlib, json, os, urllib.parse\nH = {{"Authorization": {expression}}}')
    assert any(mark in hole.marks for header in facts.headers for value in header.values for hole in value.holes)


@pytest.mark.parametrize(
    "expression",
    [
        '"".join(map(chr, [115, 109, 95, 65]))',
        '"".join(chr(n) for n in (115, 109, 95, 65))',
        "bytes([115, 109, 95, 65]).decode()",
        'base64.b64decode("c21fQQ==").decode()',
        'bytes.fromhex("736d5f41").decode()',
        '"A_ms"[::-1]',
        '"".join(reversed("A_ms"))',
        'codecs.decode("fz_N", "rot13")',
        '"s" + "m_" + "A"',
        '"s" "m_A"',
    ],
)
def test_a_hidden_text_is_uncovered(expression: str) -> None:
    facts = read(f"import base64, codecs\nsealmetrics = {expression}")
    assert "sm_A" in {string.value.text for string in facts.strings}


def test_a_literal_is_pointed_at_to_the_column() -> None:
    facts = read('def f():\n    return {"Authorization": "Bearer é😀abc"}\n')
    (header,) = (header for header in facts.headers if header.name.text == "Authorization")
    region = facts.document.region(header.values[0].cut(len("Bearer ")).texts[0].span)
    assert (region.start_line, region.start_column, region.end_column) == (2, 38, 43)
    assert (region.start_column_utf16, region.end_column_utf16) == (38, 44)
    assert facts.document.file.content[region.byte_offset : region.byte_offset + region.byte_length].decode() == "é😀abc"


def test_the_nearest_assignment_holds() -> None:
    assert header_of('t = "old"\nt = "abc"\nH = {"Authorization": t}\nt = "new"') == ["abc"]


def test_both_branches_hold() -> None:
    assert set(header_of('if x:\n    t = "one"\nelse:\n    t = "two"\nH = {"Authorization": t}')) >= {"one", "two"}


def test_a_default_is_one_of_the_values() -> None:
    assert header_of('import os\nH = {"Authorization": os.getenv("T", "abc")}') == ["<T>", "abc"]


def test_all_headers_are_seen_or_not() -> None:
    def complete(code: str) -> bool:
        return read(f"import requests\n{code}").requests[-1].complete

    assert complete(f'requests.get("{API}")')
    assert complete(f'requests.get("{API}", headers={{"Accept": "json"}})')
    assert not complete(f'def f(**kwargs):\n    requests.get("{API}", **kwargs)')
    assert not complete(f'def f(h):\n    requests.get("{API}", headers=h)')
    assert not complete(f'h = {{}}\nsign(h)\nrequests.get("{API}", headers=h)')
    assert not complete(f's = requests.Session()\nconfigure(s)\ns.get("{API}")')
    assert complete(f'h = {{}}\nprint(h)\nrequests.get("{API}", headers=h)')
    assert not complete(f'def f(session):\n    session.get("{API}")')


@pytest.mark.parametrize(
    "code",
    [
        f'import requests\nrequests.get("{API}", verify=False)',
        f'import requests\ns = requests.Session()\ns.verify = False\ns.get("{API}")',
        f'import httpx\nhttpx.Client(verify=False).get("{API}")',
        f'import ssl, urllib.request\nurllib.request.urlopen("{API}", context=ssl._create_unverified_context())',
        (
            "import ssl, urllib.request\nc = ssl.create_default_context()\n"
            f'c.check_hostname = False\nc.verify_mode = ssl.CERT_NONE\nurllib.request.urlopen("{API}", context=c)'
        ),
        (
            "import aiohttp\nasync def f():\n    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=False)) as s:\n"
            f'        s.get("{API}")'
        ),
    ],
)
def test_a_certificate_that_is_not_checked_is_seen_once(code: str) -> None:
    facts = read(code)
    spans = {request.unverified for request in facts.requests if request.unverified} | {each.span for each in facts.unverified}
    assert len(spans) == 1


def test_a_string_that_is_only_compared_is_told_apart() -> None:
    facts = read('assert url == "http://api.sealmetrics.com"\nif url.startswith("http://api.sealmetrics.com"):\n    pass\n')
    assert {string.use for string in facts.strings if string.value.text} == {Use.TEST}


def test_what_is_printed_is_seen_with_the_headers_of_a_map() -> None:
    facts = read('import os\nh = {"Authorization": os.environ["SEALMETRICS_TOKEN"]}\nprint(h)\nlogger.info("%s", h["Authorization"])')
    assert [output.sink for output in facts.outputs] == ["print", "logger.info"]
    assert facts.outputs[0].headers[0].name.text == "Authorization"
    assert facts.outputs[1].values[1].holes[0].names[0] == "SEALMETRICS_TOKEN"


def test_comments_and_docstrings_are_no_code() -> None:
    facts = read('"""Sealmetrics."""\nx = 1  # http://api.sealmetrics.com\ny = "# no comment"\n')
    text = facts.document.text
    assert facts.zone(text.index("Sealmetrics")) is Zone.COMMENT
    assert facts.zone(text.index("http")) is Zone.COMMENT
    assert facts.zone(text.index("no comment")) is Zone.CODE


@pytest.mark.parametrize(
    "code",
    [
        "print 'sealmetrics'",
        "def f(:\n  'sealmetrics'",
        *(
            f"x = 'sealmetrics', {chain}"
            for chain in [
                "(" * 5_000 + ")" * 5_000,
                "not " * 25_000 + "a",
                "-" * 25_000 + "1",
                "lambda: " * 25_000 + "1",
                "+".join("a" * 25_000),
                " and ".join("a" * 25_000),
                "a" + ".b" * 25_000,
                "a" + "()" * 25_000,
                "1 if a else " * 25_000 + "1",
                "'a' " * 25_000,
            ]
        ),
        "if 'sealmetrics':\n  pass\n" + "elif b:\n  pass\n" * 25_000,
    ],
    ids=lambda code: code[:30],
)
def test_what_is_no_python_is_said_so(code: str) -> None:
    with pytest.raises(SyntaxProblem):
        read(code)


STATEMENTS = st.sampled_from(
    [
        'URL = "https://api.sealmetrics.com/v1"',
        "import os",
        "import requests",
        'NAME = "x"',
        "TOKEN = os.environ['SEALMETRICS_TOKEN']",
        'HEADERS = {"Authorization": TOKEN}',
        'HEADERS["Accept"] = NAME',
        "def call(path):\n    return requests.get(URL + path, headers=HEADERS)",
        "def other(a, b=2):\n    return [a, b]",
        "class Thing:\n    size = 3\n\n    def grow(self):\n        self.size += 1",
        "if NAME:\n    call('/stats')\n# a remark\nelse:\n    other(1)",
        "@property\n# a remark\ndef decorated():\n    '''Doc (.'''\n    return call(NAME)",
        "for each in [1, 2]:\n    print(each)",
        'TEXT = """\nnot: a statement\n"""',
    ]
)


@given(st.lists(STATEMENTS, max_size=12))
@settings(max_examples=150, deadline=None)
def test_leaving_statements_out_changes_no_header_and_no_request(statements: list[str]) -> None:
    code = "\n".join(statements) + "\n"
    facts = read(code)
    whole = Facts(facts.document, "python")
    fragment = Fragment.whole(facts.document, "python")
    python._follow(fragment, ((0, len(code)),), whole)

    def sealmetrics(each: Facts) -> object:
        requests = [request for request in each.requests if any("sealmetrics" in url.shape for url in request.urls)]
        headers = [header for header in each.headers if header.name.text == "Authorization"]
        return (
            [([value.shape for value in header.values], header.span) for header in headers],
            [(request.span, [url.shape for url in request.urls], request.complete) for request in requests],
        )

    assert sealmetrics(facts) == sealmetrics(whole)


@given(st.text(alphabet="ab \n\t\"'#()[]{}\\:=f@", max_size=80))
def test_an_outline_is_in_order_and_inside_the_text(text: str) -> None:
    sketch = outline(text)
    ends = [offset for piece in sketch.pieces for offset in piece]
    assert ends == sorted(ends)
    assert all(0 <= end <= len(text) for end in ends)
    assert all(0 <= remark.start <= remark.end <= len(text) for remark in sketch.remarks)


VENDORS = """
import os, requests
class Vendor:
    def __init__(self, base, token, verify=True):
        self.base, self.token, self.verify = base, token, verify
    def get(self, path):
        return requests.get(self.base + path, headers={"Authorization": self.token}, verify=self.verify)
for vendor in [Vendor("https://api.sealmetrics.com", "one"), Vendor("https://api.other.example", "two", verify=False)]:
    vendor.get("/x")
"""


def test_what_belongs_to_one_object_stays_together() -> None:
    seen = {(request.urls[0].text, request.headers[0].values[0].text, request.unverified is not None) for request in read(VENDORS).requests}
    assert seen == {("https://api.sealmetrics.com/x", "one", False), ("https://api.other.example/x", "two", True)}


def test_too_much_to_follow_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sealguard.flow.evaluation._STEPS", 5)
    assert read(VENDORS).problems == ["too much code to follow every value"]
