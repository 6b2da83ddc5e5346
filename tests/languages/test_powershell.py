"""PowerShell's front end: where values come from, what is sent, and what is said about it."""

from __future__ import annotations

import pytest
from programs import API, breaking, headers_of, read, requested

from sealguard.facts import Kind, Use

LANGUAGE = "powershell"

WAYS_TO_A_HEADER = {
    "a quoted name": "$h = @{ 'Authorization' = 'Bearer abc' }",
    "braced interpolation": '$t = "abc"; $h = @{ Authorization = "Bearer ${t}" }',
    "a subexpression": '$c = @{ t = "abc" }; $h = @{ Authorization = "Bearer $($c.t)" }',
    "names in any case": '$Token = "abc"; $h = @{ Authorization = "Bearer $TOKEN" }',
    "a scope": '$script:t = "abc"; $h = @{ Authorization = "Bearer $script:t" }',
    "String.Format": '$h = @{ Authorization = [string]::Format("Bearer {0}", "abc") }',
    "a here-string": '$t = "abc"\n$v = @"\nBearer $t\n"@\n$h = @{ Authorization = $v }',
    "an attribute that is set": '$headers = @{}; $headers.Authorization = "Bearer abc"',
    "Add": '$h = @{}; $h.Add("Authorization", "Bearer abc")',
    "a script's parameter": 'param([string]$t = "abc")\n$h = @{ Authorization = "Bearer $t" }',
    "a ternary": '$t = $x ? "abc" : "def"\n$h = @{ Authorization = "Bearer $t" }',
}


@pytest.mark.parametrize("code", WAYS_TO_A_HEADER.values(), ids=WAYS_TO_A_HEADER.keys())
def test_a_literal_is_followed_into_the_header(code: str) -> None:
    assert "Bearer abc" in headers_of(code, LANGUAGE)


WAYS_TO_A_REQUEST = {
    "Invoke-RestMethod": f'Invoke-RestMethod -Uri "{API}/x" -Headers @{{ Authorization = "Bearer abc" }}',
    "its name in small letters": f'invoke-restmethod -uri "{API}/x" -headers @{{ Authorization = "Bearer abc" }}',
    "a positional URL": f'Invoke-WebRequest "{API}/x" -Headers @{{ Authorization = "Bearer abc" }} -UseBasicParsing',
    "an alias": f'irm {API}/x -Headers @{{ Authorization = "Bearer abc" }}',
    "a variable": (f'$h = @{{ Authorization = "Bearer abc" }}; $r = Invoke-RestMethod -Method Get -Uri "{API}/x" -Headers $h'),
    "a splatted table": f'$p = @{{ Uri = "{API}/x"; Headers = @{{ Authorization = "Bearer abc" }} }}; Invoke-RestMethod @p',
    "several lines": f'Invoke-RestMethod `\n  -Uri "{API}/x" `\n  -Headers @{{ Authorization = "Bearer abc" }}',
    "a pipeline": (f'Invoke-RestMethod -Uri "{API}/x" -Headers @{{ Authorization = "Bearer abc" }} | Select-Object -ExpandProperty data'),
    "a helper": (
        f'function Get-It($Path) {{ Invoke-RestMethod -Uri "{API}/$Path" -Headers @{{ Authorization = "Bearer abc" }} }}\nGet-It -Path "x"'
    ),
    "WebClient": (f'$c = New-Object System.Net.WebClient; $c.Headers.Add("Authorization", "Bearer abc"); $c.DownloadString("{API}/x")'),
}


@pytest.mark.parametrize("code", WAYS_TO_A_REQUEST.values(), ids=WAYS_TO_A_REQUEST.keys())
def test_a_request_is_seen_with_its_url_and_headers(code: str) -> None:
    assert (f"{API}/x", "Bearer abc") in requested(code, LANGUAGE)


@pytest.mark.parametrize(
    ("expression", "kind", "mark"),
    [
        ("$env:T", Kind.ENVIRONMENT, ""),
        ('[Environment]::GetEnvironmentVariable("T")', Kind.ENVIRONMENT, ""),
        ("(Get-Content /run/t -Raw)", Kind.FILE, ""),
        ("(Get-Content /run/t)", Kind.FILE, "trimmed"),
        ("(Get-Content /run/t -Raw).Trim()", Kind.FILE, "trimmed"),
        ('[IO.File]::ReadAllText("/run/t")', Kind.FILE, ""),
        ("(Read-Host)", Kind.STORE, ""),
        ("[uri]::EscapeDataString($env:T)", Kind.ENVIRONMENT, "percent"),
    ],
)
def test_where_a_value_comes_from_and_what_was_done_to_it(expression: str, kind: Kind, mark: str) -> None:
    facts = read(f"$h = @{{ Authorization = {expression} }}", LANGUAGE)
    holes = [hole for header in facts.headers for value in header.values for hole in value.holes]
    assert any(hole.kind is kind and (mark in hole.marks or not mark) for hole in holes)
    assert all(mark or not hole.marks for hole in holes)


@pytest.mark.parametrize(
    "expression",
    [
        "[char]115 + [char]109 + '_A'",
        "[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('c21fQQ=='))",
        "'sm' + '_A'",
        "('sm', 'A') -join '_'",
        '"sm`_A"',
    ],
)
def test_a_hidden_text_is_uncovered(expression: str) -> None:
    assert "sm_A" in {each.value.text for each in read(f"$sealmetrics = {expression}", LANGUAGE).strings}


@pytest.mark.parametrize(
    "code",
    [
        f'Invoke-RestMethod -Uri "{API}" -SkipCertificateCheck',
        "[Net.ServicePointManager]::ServerCertificateValidationCallback = { $true }",
        "[System.Net.ServicePointManager]::ServerCertificateValidationCallback = { param($a, $b) return $true }",
        "[Net.ServicePointManager]::CertificatePolicy = New-Object TrustAllCertsPolicy",
    ],
)
def test_a_certificate_that_is_not_checked_is_seen(code: str) -> None:
    facts = read(code, LANGUAGE)
    assert facts.unverified or any(request.unverified for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        f'Invoke-RestMethod -Uri "{API}" -SkipCertificateCheck:$false',
        ("[Net.ServicePointManager]::ServerCertificateValidationCallback = { param($a, $b) $b.Thumbprint -eq $pinned }"),
    ],
)
def test_a_certificate_that_is_checked_is_no_switch(code: str) -> None:
    facts = read(code, LANGUAGE)
    assert not facts.unverified
    assert not any(request.unverified for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        'if ($u -eq "http://api.sealmetrics.com") { }',
        'if ($u.StartsWith("http://api.sealmetrics.com")) { }',
        'if ($u -like "http://api.sealmetrics.com*") { }',
        '$s = $u -replace "http://api.sealmetrics.com", $api',
    ],
)
def test_a_string_that_is_only_compared_is_told_apart(code: str) -> None:
    assert {each.use for each in read(code, LANGUAGE).strings if "sealmetrics.com" in each.value.shape} == {Use.TEST}


def test_all_headers_are_seen_or_not() -> None:
    assert read(f'Invoke-RestMethod -Uri "{API}"', LANGUAGE).requests[0].complete
    assert not read(f'Invoke-RestMethod -Uri "{API}" -Headers $given', LANGUAGE).requests[0].complete
    assert not read(f'Invoke-RestMethod -Uri "{API}" -WebSession $s', LANGUAGE).requests[0].complete


@pytest.mark.parametrize(
    "code",
    [
        'Write-Host "t $env:SEALMETRICS_TOKEN"',
        "$t = $env:SEALMETRICS_TOKEN; Write-Output $t",
        'throw "no $env:SEALMETRICS_TOKEN"',
        "[Console]::WriteLine($env:SEALMETRICS_TOKEN)",
    ],
)
def test_what_is_written_is_seen(code: str) -> None:
    outputs = read(code, LANGUAGE).outputs
    assert any("SEALMETRICS_TOKEN" in hole.names for output in outputs for value in output.values for hole in value.holes)


test_a_broken_program_is_read_or_refused = breaking(LANGUAGE, "\n".join([*WAYS_TO_A_HEADER.values(), *WAYS_TO_A_REQUEST.values()]))
