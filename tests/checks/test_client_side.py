"""What the pages of the client-side family do not show: which rule wins, what carries a credential, and what is masked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from realistic import realistic

from sealguard.analysis import Settings
from sealguard.config import Config
from sealguard.engine import scan
from sealguard.sources.worktree import Worktree

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = realistic("opaque", 1)
KEY = realistic("sm", 1)
RULES = Config(
    select=(
        *("token-in-client-code", "public-env-token", "authorized-call-from-client", "token-sent-to-client", "token-in-browser-storage"),
        *("hardcoded-token", "hardcoded-jwt", "hardcoded-webhook-secret", "hardcoded-login", "encoded-token", "token-in-url"),
    )
)


def found(root: Path, name: str, text: str) -> list[tuple[int, str]]:
    """Give line and rule of each finding in a file that is scanned by itself."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    report = scan(Worktree((str(root),)), Settings(config=RULES, root=str(root)), jobs=1)
    assert report.skipped == []
    return [(finding.region.start_line, finding.rule) for finding in report.findings]


# One cause, one finding --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "literal",
    [
        f"const sealmetricsToken = '{TOKEN}';",
        f"const a = '{KEY}';",
        f"const a = '{realistic('jwt')}';",
        f"const sealmetricsWebhookSecret = '{realistic('whsec')}';",
        f"const sealmetricsPassword = '{realistic('pw')}';",
        f"const a = atob('{realistic('b64sm')}');",
        f"const a = '{KEY[:30]}' + '{KEY[30:]}';",
        f"const a = 'https://api.sealmetrics.com/v1/accounts?token={TOKEN}';",
    ],
)
def test_in_delivered_code_every_literal_is_that_rules(tmp_path: Path, literal: str) -> None:
    assert found(tmp_path, "public/js/a.js", literal + "\n") == [(1, "token-in-client-code")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".env", f"VITE_SEALMETRICS_TOKEN={TOKEN}\n"),
        ("a.sh", f"export NEXT_PUBLIC_SEALMETRICS_API_KEY={KEY}\n"),
        ("public/a.js", f"const a = process.env.REACT_APP_SEALMETRICS_TOKEN || '{TOKEN}';\n"),
        ("next.config.js", f"module.exports = {{ env: {{ SEALMETRICS_TOKEN: '{TOKEN}' }} }};\n"),
        ("app.json", f'{{"expo": {{"extra": {{"sealmetricsToken": "{TOKEN}"}}}}}}\n'),
    ],
)
def test_a_public_name_or_a_hand_over_outranks_its_literal(tmp_path: Path, name: str, text: str) -> None:
    assert found(tmp_path, name, text) == [(1, "public-env-token")]


def test_a_literal_and_its_call_are_two_findings_on_two_lines_and_one_on_one(tmp_path: Path) -> None:
    call = "fetch('https://api.sealmetrics.com/v1/accounts', { headers: { Authorization: `Bearer ${%s}` } });\n"
    two = f"'use client';\nconst key = '{TOKEN}';\n" + call % "key"
    assert found(tmp_path / "a", "a.ts", two) == [(2, "token-in-client-code"), (3, "authorized-call-from-client")]
    one = "'use client';\n" + call % f"'{TOKEN}'"
    assert found(tmp_path / "b", "a.ts", one) == [(2, "token-in-client-code")]


def test_a_shared_header_is_the_finding_of_each_call_and_a_clients_header_is_its_own(tmp_path: Path) -> None:
    url = "'https://my.sealmetrics.com/api/v1/stats'"
    shared = f"window.a = 1;\nconst headers = {{ 'X-API-Key': key }};\nfetch({url}, {{ headers }});\nfetch({url}, {{ headers }});\n"
    assert found(tmp_path / "a", "a.js", shared) == [(3, "authorized-call-from-client"), (4, "authorized-call-from-client")]
    client = (
        f"import axios from 'axios';\nwindow.a = 1;\nconst api = axios.create({{\n  baseURL: {url},\n"
        "  headers: { 'X-API-Key': key },\n});\napi.get('/a');\napi.get('/b');\n"
    )
    assert found(tmp_path / "b", "a.js", client) == [(5, "authorized-call-from-client")]


def test_a_comment_in_delivered_code_is_a_comment(tmp_path: Path) -> None:
    assert found(tmp_path, "public/a.js", f"// sealmetricsToken was {KEY}\nwindow.a = 1;\n") == [(1, "hardcoded-token")]


# What carries a credential -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "given"),
    [
        ("os.environ['SEALMETRICS_TOKEN']", True),
        ("settings.SEALMETRICS_TOKEN", True),
        ("f\"Bearer {os.environ['SEALMETRICS_TOKEN']}\"", True),
        ("os.environ['SEALMETRICS_SITE_ID']", False),
        ("os.environ['STRIPE_API_KEY']", False),
        ("os.environ['SEALMETRICS_TOKEN'][:4]", False),
        ("bool(os.environ['SEALMETRICS_TOKEN'])", False),
        ("mask_token(os.environ['SEALMETRICS_TOKEN'])", False),
        ("validate_sealmetrics_token()", False),
        ("requests.get('https://api.sealmetrics.com/v1/accounts', headers=headers).json()", False),
    ],
)
def test_what_an_answer_may_hold(tmp_path: Path, value: str, given: bool) -> None:  # noqa: FBT001 - a parameter of the table
    text = f"import os\n\nimport requests\nfrom flask import jsonify\n\n\ndef view():\n    return jsonify(a={value})\n"
    assert [rule for _, rule in found(tmp_path, "views.py", text)] == ["token-sent-to-client"] * given


@pytest.mark.parametrize(
    ("write", "kept"),
    [
        ("localStorage.setItem('sealmetrics_token', value)", True),
        ("localStorage['sealmetricsApiKey'] = value", True),
        ("localStorage.setItem('a', sealmetricsToken)", True),
        ("localStorage.setItem('a', JSON.stringify({ sealmetricsToken }))", True),
        ("document.cookie = 'sm_access_token=' + value", True),
        ("localStorage.setItem('token', value)", False),
        ("localStorage.setItem('sealmetrics_token', '')", False),
        ("localStorage.setItem('sealmetrics_site', value)", False),
        ("localStorage.setItem('sealmetrics_token_expires_at', value)", False),
        ("localStorage.removeItem('sealmetrics_token')", False),
        ("cache.setItem('sealmetrics_token', value)", False),
    ],
)
def test_what_storage_may_hold(tmp_path: Path, write: str, kept: bool) -> None:  # noqa: FBT001 - a parameter of the table
    text = f"export function keep(value, sealmetricsToken) {{\n  {write};\n}}\n"
    assert [rule for _, rule in found(tmp_path, "src/a.js", text)] == ["token-in-browser-storage"] * kept


@pytest.mark.parametrize(
    ("options", "open_to_scripts"),
    [
        ("", True),
        (", { secure: true }", True),
        (", { httpOnly: false }", True),
        (", { httpOnly: true }", False),
        (", cookieOptions", False),
        (", { ...cookieOptions }", False),
    ],
)
def test_a_cookie_that_scripts_cannot_read_is_right_and_options_that_cannot_be_seen_are_trusted(
    tmp_path: Path,
    options: str,
    open_to_scripts: bool,  # noqa: FBT001 - a parameter of the table
) -> None:
    handler = f"(req, res) => {{ res.cookie('a', process.env.SEALMETRICS_TOKEN{options}); }}"
    text = f"const express = require('express');\napp.get('/', {handler});\n"
    assert [rule for _, rule in found(tmp_path, "server.js", text)] == ["token-sent-to-client"] * open_to_scripts


# Where calls go ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "'/api/stats'",
        "'../stats.json'",
        "'https://t.sealmetrics.com/pixel'",
        "'https://stats.acme.io/v1'",
        "`${location.origin}/api/stats`",
    ],
)
def test_a_credential_header_that_goes_elsewhere_is_no_finding(tmp_path: Path, url: str) -> None:
    text = f"document.title = 'Sealmetrics';\nfetch({url}, {{ headers: {{ Authorization: `Bearer ${{session}}` }} }});\n"
    assert found(tmp_path, "src/a.js", text) == []


def test_a_value_of_a_document_in_the_header_is_no_credential(tmp_path: Path) -> None:
    options = "{ headers: { Authorization: 'Bearer YOUR_API_TOKEN' } }"
    text = f"document.title = 'a';\nfetch('https://api.sealmetrics.com/v1/accounts', {options});\n"
    assert found(tmp_path, "src/a.js", text) == []


@pytest.mark.parametrize(
    "changed",
    [
        "{ setHeaders: { Authorization: `Bearer ${token}` } }",
        "{ headers: request.headers.set('Authorization', `Bearer ${token}`) }",
        "{ headers: new HttpHeaders({ Authorization: `Bearer ${token}` }) }",
    ],
)
@pytest.mark.parametrize(("origin", "ours"), [("https://api.sealmetrics.com/", True), ("https://shop.acme.io/", False)])
def test_a_function_that_puts_a_credential_on_what_an_application_sends_is_a_call_of_it(
    tmp_path: Path,
    changed: str,
    origin: str,
    ours: bool,  # noqa: FBT001 - a parameter of the table
) -> None:
    text = f"""import {{ HttpHeaders, HttpInterceptorFn }} from '@angular/common/http';
export const authorized: HttpInterceptorFn = (request, next) => {{
  if (!request.url.startsWith('{origin}')) return next(request);
  const token = inject(Session).token();
  return next(request.clone({changed}));
}};
"""
    assert [rule for _, rule in found(tmp_path, "src/app/auth.ts", text)] == ["authorized-call-from-client"] * ours


@pytest.mark.parametrize(
    ("url", "ours"),
    [
        ("${BuildConfig.BACKEND}/visits?site=${BuildConfig.SEALMETRICS_SITE_ID}", False),
        ("${BuildConfig.SEALMETRICS_API}/visits?site=${BuildConfig.SITE_ID}", True),
    ],
)
def test_who_is_asked_stands_before_the_query(tmp_path: Path, url: str, ours: bool) -> None:  # noqa: FBT001 - a parameter of the table
    text = f"""import android.content.Context
import okhttp3.Request

class Visits(private val context: Context) {{
    fun request(session: String) = Request.Builder().url("{url}").header("Authorization", "Bearer $session").build()
}}
"""
    assert [rule for _, rule in found(tmp_path, "app/Visits.kt", text)] == ["authorized-call-from-client"] * ours


@pytest.mark.parametrize(("held", "ours"), [("sealmetricsToken", True), ("sessionToken", False)])
@pytest.mark.parametrize(
    ("name", "signature"),
    [
        ("A.kt", "class A(private val store: Store) : Interceptor {{ override fun intercept(chain: Chain): Response {{ {} }} }}"),
        ("A.java", "class A implements Interceptor {{ Store store; public Response intercept(Chain chain) {{ {} }} }}"),
    ],
)
def test_an_interceptor_of_an_app_is_a_call_of_it(
    tmp_path: Path,
    name: str,
    signature: str,
    held: str,
    ours: bool,  # noqa: FBT001 - a parameter of the table
) -> None:
    end = ";" if name.endswith("java") else ""
    value = f'"Bearer " + store.{held}'
    sent = f'return chain.proceed(chain.request().newBuilder().header("Authorization", {value}).build()){end}'
    text = f"import android.content.Context{end}\nimport okhttp3.Interceptor{end}\n\n{signature.format(sent)}\n"
    assert [rule for _, rule in found(tmp_path, f"app/{name}", text)] == ["authorized-call-from-client"] * ours


@pytest.mark.parametrize(("other", "ours"), [("https://helpdesk.acme.io/v1", False), ("https://www.acme.io/v1", True)])
def test_a_value_that_is_named_after_another_host_of_the_file_is_that_hosts(
    tmp_path: Path,
    other: str,
    ours: bool,  # noqa: FBT001 - a parameter of the table
) -> None:
    text = f"""import axios from 'axios'; // for Sealmetrics
window.other = '{other}';
axios.defaults.headers.common.Authorization = `Bearer ${{helpdeskToken}}`;
"""
    assert [rule for _, rule in found(tmp_path, "src/sealmetrics.ts", text)] == ["authorized-call-from-client"] * ours
