"""Text for people: what it gives a credential's name is a binding; nothing in it is sent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import bindings, facts_of
from realistic import realistic

from sealguard.facts import Zone

OPAQUE = realistic("opaque")


@pytest.mark.parametrize(
    ("name", "text", "path"),
    [
        ("a.patch", f'@@ -1 +1 @@\n-SEALMETRICS_API_TOKEN = "{OPAQUE}"\n', "SEALMETRICS_API_TOKEN"),
        ("a.patch", f'@@ -1 +1 @@\n+const sealmetricsToken: string = "{OPAQUE}";\n', "sealmetricsToken"),
        ("a.diff", f"@@ -1 +1 @@\n sealmetrics:\n-  token: {OPAQUE}\n", "sealmetrics.token"),
        ("a.diff", f'@@ -1 +1 @@\n   "sealmetrics": {{\n+    "apiKey": "{OPAQUE}",\n', "sealmetrics.apiKey"),
        ("ticket.txt", f"and the other server has\nSEALMETRICS_API_TOKEN={OPAQUE}.\n", "SEALMETRICS_API_TOKEN"),
        ("ticket.txt", f"Our Sealmetrics API token is {OPAQUE}, please check\n", "Sealmetrics API token"),
        ("mail.eml", f"> Sealmetrics key: {OPAQUE}\n", "Sealmetrics key"),
        ("app.log", f'INFO {{"sealmetrics_token":"{OPAQUE}"}}\n', "sealmetrics_token"),
        ("app.log", f"GET https://api.sealmetrics.com/v1 Authorization: Bearer {OPAQUE}\n", "api.sealmetrics.com.bearer token"),
        (".bash_history", f"export SEALMETRICS_TOKEN={OPAQUE}\n", "SEALMETRICS_TOKEN"),
        ("a.csv", f"name,value\nSEALMETRICS_API_TOKEN,{OPAQUE}\n", "SEALMETRICS_API_TOKEN"),
        ("a.tsv", f"name\tvalue\nSEALMETRICS_API_TOKEN\t{OPAQUE}\n", "SEALMETRICS_API_TOKEN"),
        ("a.txt", f'<add key="SealmetricsToken" value="{OPAQUE}"/>\n', "SealmetricsToken"),
        ("a.py", f'# SEALMETRICS_TOKEN = "{OPAQUE}"\nx = 1\n', "SEALMETRICS_TOKEN"),
        ("a.yaml", f"a: 1\n# sealmetrics:\n#   token: {OPAQUE}\n", "sealmetrics.token"),
        ("a.md", f"Set `SEALMETRICS_API_TOKEN={OPAQUE}`.\n", "SEALMETRICS_API_TOKEN"),
    ],
)
def test_a_credentials_name_is_given_a_value_in_any_text(name: str, text: str, path: str) -> None:
    facts = facts_of(name, text)
    assert bindings(facts)[path] == OPAQUE
    assert {one.zone for one in facts.bindings if one.value.text == OPAQUE} <= {Zone.PROSE, Zone.COMMENT}
    assert not facts.headers
    assert not facts.requests


@pytest.mark.parametrize(
    "text",
    [
        f"STRIPE_TOKEN={OPAQUE}\nSealmetrics is fine\n",
        f"token: {OPAQUE}\n\nSealmetrics answers with 401.\n",
        f"SEALMETRICS_SITE_ID={OPAQUE}\n",
        f"Authorization: Bearer {OPAQUE}\nhttps://docs.sealmetrics.com\n",
    ],
)
def test_what_is_not_named_as_one_of_ours_is_left_alone(text: str) -> None:
    assert not [one for one in facts_of("ticket.txt", text).bindings if one.value.text == OPAQUE]


@given(st.text(alphabet="+- :=#\"'\n\tsealmetrics_tokenTOKEN<>{}[],.|>", max_size=300))
def test_any_text_can_be_read_and_what_is_found_is_where_it_says(text: str) -> None:
    for one in facts_of("ticket.txt", text).bindings:
        span = one.value.texts[0].span
        assert text[span.start : span.end] == one.value.text
