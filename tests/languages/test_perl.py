"""Perl's front end: where values come from, what is sent, and what is said about it."""

from __future__ import annotations

import pytest
from programs import API, breaking, headers_of, read, requested

from sealguard.facts import Kind, Use

LANGUAGE = "perl"

WAYS_TO_A_HEADER = {
    "a reference": "my $h = { Authorization => 'Bearer abc' };",
    "braced interpolation": "my $t = 'abc'; my $h = { Authorization => \"Bearer ${t}\" };",
    "q and qq": "my $t = q(abc); my $h = { Authorization => qq{Bearer $t} };",
    "header": "$r->header('Authorization' => 'Bearer abc');",
    "an argument that is shifted": "sub h { my $t = shift; return { Authorization => \"Bearer $t\" }; } h('abc');",
    "defined or": "my $t = $ENV{T} // 'abc'; my $h = { Authorization => \"Bearer $t\" };",
}


@pytest.mark.parametrize("code", WAYS_TO_A_HEADER.values(), ids=WAYS_TO_A_HEADER.keys())
def test_a_literal_is_followed_into_the_header(code: str) -> None:
    assert "Bearer abc" in headers_of(code, LANGUAGE)


WAYS_TO_A_REQUEST = {
    "LWP": f"my $u = LWP::UserAgent->new; $u->get('{API}/x', 'Authorization' => 'Bearer abc');",
    "LWP with words": (f"my $u = LWP::UserAgent->new(timeout => 5); $u->get('{API}/x', Authorization => 'Bearer abc', Accept => 'x');"),
    "a request": (f"my $r = HTTP::Request->new(GET => '{API}/x'); $r->header(Authorization => 'Bearer abc'); $u->request($r);"),
    "a request's list": (
        f"my $r = HTTP::Request->new('GET', '{API}/x', ['Authorization' => 'Bearer abc']); LWP::UserAgent->new->request($r);"
    ),
    "a client's header": f"my $u = LWP::UserAgent->new; $u->default_header('Authorization' => 'Bearer abc'); $u->get('{API}/x');",
    "HTTP::Tiny": f"HTTP::Tiny->new->get('{API}/x', {{ headers => {{ Authorization => 'Bearer abc' }} }});",
    "an unknown client": f"$self->{{ua}}->get('{API}/x', Authorization => 'Bearer abc');",
}


@pytest.mark.parametrize("code", WAYS_TO_A_REQUEST.values(), ids=WAYS_TO_A_REQUEST.keys())
def test_a_request_is_seen_with_its_url_and_headers(code: str) -> None:
    assert (f"{API}/x", "Bearer abc") in requested(code, LANGUAGE)


@pytest.mark.parametrize(
    ("expression", "kind", "mark"),
    [
        ("$ENV{T}", Kind.ENVIRONMENT, ""),
        ("encode_base64($ENV{T}, '')", Kind.ENVIRONMENT, "base64"),
        ("uri_escape($ENV{T})", Kind.ENVIRONMENT, "percent"),
        ("read_file('/t')", Kind.FILE, ""),
        ("trim(read_file('/t'))", Kind.FILE, "trimmed"),
    ],
)
def test_where_a_value_comes_from_and_what_was_done_to_it(expression: str, kind: Kind, mark: str) -> None:
    facts = read("my $h = { Authorization => " + expression + " };", LANGUAGE)
    holes = [hole for header in facts.headers for value in header.values for hole in value.holes]
    assert any(hole.kind is kind and (mark in hole.marks or not mark) for hole in holes)
    assert all(mark or not hole.marks for hole in holes)


@pytest.mark.parametrize(
    "expression",
    [
        "'sm_' . 'A'",
        "join('_', 'sm', 'A')",
        "decode_base64('c21fQQ==')",
        "pack('H*', '736d5f41')",
        '"\\x73m_A"',
    ],
)
def test_a_hidden_text_is_uncovered(expression: str) -> None:
    assert "sm_A" in {each.value.text for each in read(f"my $sealmetrics = {expression};", LANGUAGE).strings}


@pytest.mark.parametrize(
    "code",
    [
        f"LWP::UserAgent->new(ssl_opts => {{ verify_hostname => 0 }})->get('{API}');",
        f"HTTP::Tiny->new(verify_SSL => 0)->get('{API}');",
        "$ENV{PERL_LWP_SSL_VERIFY_HOSTNAME} = 0; # https://api.sealmetrics.com",
    ],
)
def test_a_certificate_that_is_not_checked_is_seen(code: str) -> None:
    facts = read(code, LANGUAGE)
    assert facts.unverified or any(request.unverified for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        f"LWP::UserAgent->new(ssl_opts => {{ verify_hostname => 1 }})->get('{API}');",
    ],
)
def test_a_certificate_that_is_checked_is_no_switch(code: str) -> None:
    facts = read(code, LANGUAGE)
    assert not facts.unverified
    assert not any(request.unverified for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        "if ($u eq 'http://api.sealmetrics.com') { f(); }",
        "f() if $u =~ m{^http://api.sealmetrics.com};",
        "is($u, 'http://api.sealmetrics.com');",
    ],
)
def test_a_string_that_is_only_compared_is_told_apart(code: str) -> None:
    assert {each.use for each in read(code, LANGUAGE).strings if "sealmetrics.com" in each.value.shape} == {Use.TEST}


@pytest.mark.parametrize(
    "code",
    [
        'print "t $ENV{SEALMETRICS_TOKEN}\\n";',
        'my $t = $ENV{SEALMETRICS_TOKEN}; warn "t $t";',
        'my $t = $ENV{SEALMETRICS_TOKEN}; $log->info("t $t");',
        'die "no $ENV{SEALMETRICS_TOKEN}";',
    ],
)
def test_what_is_written_is_seen(code: str) -> None:
    outputs = read(code, LANGUAGE).outputs
    assert any("SEALMETRICS_TOKEN" in hole.names for output in outputs for value in output.values for hole in value.holes)


test_a_broken_program_is_read_or_refused = breaking(LANGUAGE, "\n".join([*WAYS_TO_A_HEADER.values(), *WAYS_TO_A_REQUEST.values()]))


def test_all_headers_are_seen_or_not() -> None:
    agent = "my $u = LWP::UserAgent->new;"
    assert read(f"{agent} $u->get('{API}', Accept => 'x');", LANGUAGE).requests[-1].complete
    assert not read(f"sub f {{ my ($u) = @_; $u->get('{API}', Accept => 'x'); }}", LANGUAGE).requests[-1].complete
