"""Code inside documents: each piece in its own language, on the lines of the outer file."""

from __future__ import annotations

import json

import pytest
from reading import binding, facts_of, headers, line_of, show
from realistic import realistic

from sealguard.facts import Zone

KEY = realistic("sm")
OPAQUE = realistic("opaque")
URL = "https://api.sealmetrics.com/v1/accounts"

FENCES = {
    "bash": f"curl -H 'Authorization: Token abc' {URL}",
    "console": f"$ curl -H 'Authorization: Token abc' {URL}",
    "http": f"GET {URL}\nAuthorization: Token abc",
    "javascript": f"fetch('{URL}', {{headers: {{'Authorization': 'Token abc'}}}})",
    "yaml": f"url: {URL}\nheaders:\n  Authorization: Token abc",
    "json": f'{{"url": "{URL}", "headers": {{"Authorization": "Token abc"}}}}',
    "python": f"import requests\nrequests.get('{URL}', headers={{'Authorization': 'Token abc'}})",
    "": f"curl -H 'Authorization: Token abc' {URL}",
}


@pytest.mark.parametrize("language", FENCES)
@pytest.mark.parametrize("indent", ["", "   ", "> "])
def test_a_fence_is_read_in_its_language(language: str, indent: str) -> None:
    body = "\n".join(indent + line for line in f"```{language}\n{FENCES[language]}\n```".split("\n"))
    facts = facts_of("README.md", f"# Title\n\n{body}\n\nprose\n")
    assert headers(facts) == [("Authorization", "Token abc")]
    text = facts.headers[0].values[0].texts[0]
    assert facts.document.slice(text.span) == "Token abc"
    assert [show(url) for request in facts.headers[0].requests for url in request.urls] == [URL]


def test_prose_is_prose_and_holds_credentials_all_the_same() -> None:
    facts = facts_of("README.md", f"Never use `http://api.sealmetrics.com/?token={KEY}`.\n\n```sh\necho {KEY}\n```\n")
    assert [(candidate.form, candidate.zone) for candidate in facts.candidates] == [("api-key", Zone.PROSE), ("api-key", Zone.CODE)]
    assert [string.zone for string in facts.strings if string.value.shape.startswith("http://")] == [Zone.PROSE]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.rst", "Title\n=====\n\n.. code-block:: bash\n   :linenos:\n\n   curl -H 'Authorization: Token abc' URL\n\nAfter.\n"),
        ("b.rst", "Call it::\n\n    curl -H 'Authorization: Token abc' URL\n\nAfter.\n"),
        ("a.adoc", "= Title\n\n[source,bash]\n----\ncurl -H 'Authorization: Token abc' URL\n----\n"),
        ("a.txt", "Title\n\n```bash\ncurl -H 'Authorization: Token abc' URL\n```\n"),
    ],
)
def test_other_markup_has_code_too(name: str, text: str) -> None:
    assert headers(facts_of(name, text.replace("URL", URL))) == [("Authorization", "Token abc")]


def test_request_files_show_all_there_is() -> None:
    text = (
        f"@base = https://api.sealmetrics.com\n@token = {OPAQUE}\n\n"
        f"### first\nGET {{{{base}}}}/v1/accounts HTTP/1.1\nAuthorization: Bearer {{{{token}}}}\n\n"
        '### second\nPOST https://my.sealmetrics.com/api/auth/login\nContent-Type: application/json\n\n{"password": "x"}\n\n'
        "###\nGET https://api.sealmetrics.com/v1\nAuthorization: Bearer {token}\n"
    )
    facts = facts_of("calls.http", text)
    first, second, third = facts.requests
    assert (first.method, show(first.urls[0]), show(first.headers[0].values[0])) == ("GET", URL, f"Bearer {OPAQUE}")
    assert [show(field.name) for field in second.fields] == ["password"]
    assert show(third.headers[0].values[0]) == "Bearer {token}", "only double braces are filled"
    assert all(request.complete for request in facts.requests)


def notebook(*cells: tuple[str, str | list[str]], outputs: str = "") -> str:
    made = [{"cell_type": kind, "source": source, **({"outputs": [{"text": outputs}]} if kind == "code" else {})} for kind, source in cells]
    return json.dumps({"cells": made, "metadata": {"kernelspec": {"language": "python"}}}, indent=1)


def test_names_flow_between_cells_and_lines_are_those_of_the_file() -> None:
    text = notebook(
        ("code", ["import requests\n", f"token = '{OPAQUE}'\n", "%matplotlib inline"]),
        ("markdown", "prose"),
        ("code", [f"requests.get('{URL}',\n", "    headers={'Authorization': f'Bearer {token}'})"]),
    )
    facts = facts_of("a.ipynb", text)
    assert headers(facts) == [("Authorization", f"Bearer {OPAQUE}")]
    assert line_of(facts, facts.headers[0]) == next(number for number, line in enumerate(text.split("\n"), 1) if "Authorization" in line)


def test_what_ipython_adds_is_read_as_what_it_is() -> None:
    text = notebook(
        ("code", [f"!curl -H 'X-API-Key: abc' {URL}\n", f"%env SEALMETRICS_TOKEN={OPAQUE}\n", "files = !ls\n", "x = 1"]),
        ("code", f"%%bash\ncurl -H 'X-API-Key: def' {URL}\n"),
    )
    facts = facts_of("a.ipynb", text)
    assert headers(facts) == [("X-API-Key", "abc"), ("X-API-Key", "def")]
    assert binding(facts, "SEALMETRICS_TOKEN").environment
    assert not facts.problems


def test_a_cell_that_ends_in_a_value_shows_it() -> None:
    shown = facts_of("a.ipynb", notebook(("code", "import os\ntoken = os.environ['SEALMETRICS_TOKEN']\ntoken")))
    silent = facts_of("a.ipynb", notebook(("code", "import os\ntoken = os.environ['SEALMETRICS_TOKEN']\ntoken;")))
    assert [hole.names[0] for output in shown.outputs for value in output.values for hole in value.holes] == ["SEALMETRICS_TOKEN"]
    assert not silent.outputs


def test_outputs_are_prose_that_holds_credentials() -> None:
    facts = facts_of("a.ipynb", notebook(("code", "x = 1"), outputs=f"token: {KEY}"))
    assert [candidate.zone for candidate in facts.candidates] == [Zone.PROSE]


def test_another_kernels_notebook_is_read_in_its_language() -> None:
    text = notebook(("code", f"fetch('{URL}', {{headers: {{'Authorization': 'Token abc'}}}})")).replace('"python"', '"javascript"')
    assert headers(facts_of("a.ipynb", text)) == [("Authorization", "Token abc")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "```python\nheaders = {'Authorization': 'Bearer YOUR_API_TOKEN'}\n```\n"),
        ("a.rst", ".. code-block:: python\n\n   headers = {'Authorization': 'Bearer YOUR_API_TOKEN'}\n"),
        ("a.adoc", "[source,python]\n----\nheaders = {'Authorization': 'Bearer YOUR_API_TOKEN'}\n----\n"),
        ("a.ipynb", notebook(("markdown", "```python\nheaders = {'Authorization': 'Bearer YOUR_API_TOKEN'}\n```\n"))),
    ],
)
def test_headers_in_a_documents_code_are_examples(name: str, text: str) -> None:
    assert [header.example for header in facts_of(name, text).headers] == [True]


@pytest.mark.parametrize("name", ["a.py", "a.ipynb", "a.qmd"])
def test_headers_of_what_is_run_are_none(name: str) -> None:
    code = "headers = {'Authorization': 'Bearer YOUR_API_TOKEN'}\n"
    text = {"a.py": code, "a.ipynb": notebook(("code", code)), "a.qmd": f"```{{python}}\n{code}```\n"}[name]
    assert [header.example for header in facts_of(name, text).headers] == [False]


@pytest.mark.parametrize(
    "stranger", ["SELECT * FROM t WHERE x = 'y'", "def broken(:\n  pass", "library(httr)\nx <- GET('a')", "print 'old'"]
)
def test_a_cell_that_does_not_parse_leaves_the_others_alone(stranger: str) -> None:
    text = notebook(
        ("code", f"import requests\ntoken = '{OPAQUE}'"),
        ("code", stranger),
        ("code", f"requests.get('{URL}', headers={{'Authorization': f'Bearer {{token}}'}})"),
    )
    facts = facts_of("a.ipynb", text)
    assert headers(facts) == [("Authorization", f"Bearer {OPAQUE}")]
    assert facts.requests
    assert not facts.problems


def test_a_cell_that_does_not_parse_is_read_as_text() -> None:
    facts = facts_of("a.ipynb", notebook(("code", "x = 1"), ("code", f"SEALMETRICS_TOKEN := '{OPAQUE}' ?")))
    assert binding(facts, "SEALMETRICS_TOKEN").value.text == OPAQUE


def test_cells_of_another_kernel_are_one_program() -> None:
    cells = (("code", "const base = 'https://api.sealmetrics.com/v1';"), ("code", "fetch(base, {headers: {'Authorization': 'Token abc'}})"))
    facts = facts_of("a.ipynb", notebook(*cells).replace('"python"', '"javascript"'))
    assert [show(url) for header in facts.headers for request in header.requests for url in request.urls] == [
        "https://api.sealmetrics.com/v1"
    ]


def test_a_cell_may_say_its_own_language() -> None:
    made = {"cell_type": "code", "source": f"curl -H 'X-API-Key: abc' {URL}", "metadata": {"vscode": {"languageId": "bash"}}}
    text = json.dumps({"cells": [made], "metadata": {"kernelspec": {"language": "C#"}}})
    assert headers(facts_of("a.ipynb", text)) == [("X-API-Key", "abc")]
