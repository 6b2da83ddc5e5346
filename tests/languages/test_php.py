"""PHP's front end: where values come from, what is sent, and where each of them stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sealguard.facts import Facts, Kind, Use, Zone
from sealguard.languages import SyntaxProblem, treesitter
from sealguard.languages.fragment import Fragment
from sealguard.languages.tree_outline import Outline
from sealguard.model import Document, SourceFile

API = "https://api.sealmetrics.com/v1"
BEGIN = "<?php\nuse GuzzleHttp\\Client;\nuse GuzzleHttp\\RequestOptions;\nuse Illuminate\\Support\\Facades\\Http;\n"


def read(code: str) -> Facts:
    text = code if "<?" in code else BEGIN + code
    document = Document(SourceFile(b"app.php", text.encode()), text)
    facts = Facts(document, "php")
    treesitter.read(Fragment.whole(document, "php"), facts, "php")
    return facts


def headers_of(code: str, name: str = "authorization") -> list[str]:
    """Give the shapes that a header can have, holes as `<name>`."""
    return [
        "".join(part.text if hasattr(part, "text") else f"<{part.names[0] if part.names else part.kind}>" for part in value.parts)
        for header in read(code).headers
        if (header.name.text or "").lower() == name
        for value in header.values
    ]


WAYS_TO_A_HEADER = {
    "array()": "$h = array( 'Authorization' => 'Bearer abc' );",
    "a line": "$h = ['Authorization: Bearer abc'];",
    "define": "define('T', 'abc'); $h = ['Authorization' => 'Bearer ' . T];",
    "define in double quotes": 'define("T", "abc"); function h() { return ["Authorization" => "Bearer " . T]; }',
    "braces": "$t = 'abc'; $h = ['Authorization' => \"Bearer {$t}\"];",
    "an item in a string": "$c = ['t' => 'abc']; $h = ['Authorization' => \"Bearer {$c['t']}\"];",
    "sprintf with positions": "$h = ['Authorization' => sprintf('%2$s %1$s', 'abc', 'Bearer')];",
    "vsprintf": "$h = ['Authorization' => vsprintf('Bearer %s', ['abc'])];",
    "strtr": "$h = ['Authorization' => strtr('Bearer :t', [':t' => 'abc'])];",
    "a heredoc": "$t = 'abc'; $h = ['Authorization' => <<<EOT\nBearer $t\nEOT];",
    "a nowdoc": "$h = ['Authorization' => <<<'EOT'\nBearer abc\nEOT];",
    "a cast": "$h = ['Authorization' => (string) 'Bearer abc'];",
    "a line that is added": "$h = ['Accept: x']; $h[] = 'Authorization: Bearer ' . 'abc';",
    "spread": f"$a = ['Authorization' => 'Bearer abc']; wp_remote_get('{API}', ['headers' => ['Accept' => 'x', ...$a]]);",
    "union": f"$a = ['Authorization' => 'Bearer abc']; wp_remote_get('{API}', ['headers' => $a + ['Accept' => 'x']]);",
    "a class constant": "class C { const T = 'abc'; function h() { return ['Authorization' => 'Bearer ' . self::T]; } }",
    "another class's constant": "class C { public const T = 'abc'; } $h = ['Authorization' => 'Bearer ' . C::T];",
    "static::": "class C { const T = 'abc'; function h() { return ['Authorization' => 'Bearer ' . static::T]; } }",
    "a property without braces": "class C { private $t = 'abc'; function h() { return ['Authorization' => \"Bearer $this->t\"]; } }",
    "a static property": "class C { static $t = 'abc'; static function h() { return ['Authorization' => 'Bearer ' . self::$t]; } }",
    "an enumeration": "enum K: string { case T = 'abc'; } $h = ['Authorization' => 'Bearer ' . K::T->value];",
    "a trait": "trait T { private $t = 'abc'; } class C { use T; function h() { return ['Authorization' => 'Bearer ' . $this->t]; } }",
    "a promoted parameter": (
        "class C { function __construct(private readonly string $t) {} function h() { return ['Authorization' => 'Bearer ' . $this->t]; } }"
        " new C(t: 'abc');"
    ),
    "a base class's constructor": (
        "class B { function __construct(protected $t) {} function h() { return ['Authorization' => 'Bearer ' . $this->t]; } }"
        " class C extends B { function __construct() { parent::__construct('abc'); } }"
    ),
    "new self": (
        "class C { function __construct(private $t) {} static function make() { return new self('abc'); }"
        " function h() { return ['Authorization' => 'Bearer ' . $this->t]; } }"
    ),
    "a function that a variable is named like": "function t() { return 'abc'; } $t = t(); $h = ['Authorization' => 'Bearer ' . $t];",
    "an arrow function": "$b = fn($t) => \"Bearer $t\"; $h = ['Authorization' => $b('abc')];",
    "a closure": "$t = 'abc'; $f = function () use ($t) { return ['Authorization' => 'Bearer ' . $t]; };",
    "??": "$h = ['Authorization' => 'Bearer ' . ($_ENV['T'] ?? 'abc')];",
    "??=": "$t = getenv('T'); $t ??= 'abc'; $h = ['Authorization' => 'Bearer ' . $t];",
    "match": "$t = match ($e) { 'live' => 'abc', default => 'def' }; $h = ['Authorization' => 'Bearer ' . $t];",
    "env()'s default": "$h = ['Authorization' => 'Bearer ' . env('T', 'abc')];",
    "an option's default": "$h = ['Authorization' => 'Bearer ' . get_option('t', 'abc')];",
    "augmented assignment": "$v = 'Bearer '; $v .= 'abc'; $h = ['Authorization' => $v];",
    "names taken out of an array": "['t' => $t] = ['t' => 'abc']; $h = ['Authorization' => 'Bearer ' . $t];",
    "list()": "list($t) = ['abc']; $h = ['Authorization' => 'Bearer ' . $t];",
    "withToken": f"Http::withToken('abc')->get('{API}');",
    "auth_bearer": f"$client->request('GET', '{API}', ['auth_bearer' => 'abc']);",
    "a PSR-7 request": "$r = new \\GuzzleHttp\\Psr7\\Request('GET', 'x', ['Authorization' => 'Bearer abc']);",
    "withHeader": "$r = (new \\GuzzleHttp\\Psr7\\Request('GET', 'x'))->withHeader('Authorization', 'Bearer abc');",
    "a stream's context": "stream_context_create(['http' => ['header' => 'Authorization: Bearer abc']]);",
}


@pytest.mark.parametrize("code", WAYS_TO_A_HEADER.values(), ids=WAYS_TO_A_HEADER.keys())
def test_a_literal_is_followed_into_the_header(code: str) -> None:
    assert "Bearer abc" in headers_of(code)


WAYS_TO_A_REQUEST = {
    "curl_setopt": (
        f"$c = curl_init(); curl_setopt($c, CURLOPT_URL, '{API}/x'); curl_setopt($c, CURLOPT_HTTPHEADER, $lines); curl_exec($c);"
    ),
    "curl_init's URL": f"$c = curl_init('{API}/x'); curl_setopt($c, CURLOPT_HTTPHEADER, $lines); curl_exec($c);",
    "curl_setopt_array": (
        f"$c = curl_init(); curl_setopt_array($c, [CURLOPT_URL => '{API}/x', CURLOPT_HTTPHEADER => $lines]); curl_exec($c);"
    ),
    "a handle that a function sets up": (
        f"function up($c, $l) {{ curl_setopt($c, CURLOPT_HTTPHEADER, $l); }} $c = curl_init('{API}/x'); up($c, $lines); curl_exec($c);"
    ),
    "a handle of an object": (
        f"class C {{ function x($l) {{ $this->c = curl_init('{API}/x'); curl_setopt($this->c, CURLOPT_HTTPHEADER, $l); }} }}"
        " (new C)->x($lines);"
    ),
    "Guzzle": f"$c = new Client(); $c->get('{API}/x', ['headers' => $h]);",
    "Guzzle's request()": f"$c = new Client(['base_uri' => '{API}/']); $c->request('GET', 'x', [RequestOptions::HEADERS => $h]);",
    "a Guzzle client's headers": (
        f"$c = new \\GuzzleHttp\\Client(['base_uri' => '{API}/', 'headers' => $h]); $c->post('x', ['json' => []]);"
    ),
    "a Guzzle client of an object": (
        f"class C {{ function __construct($h) {{ $this->c = new Client(['base_uri' => '{API}', 'headers' => $h]); }}"
        " function x() { return $this->c->get('x'); } } (new C($h))->x();"
    ),
    "a request that is sent": f"$r = new \\GuzzleHttp\\Psr7\\Request('GET', '{API}/x', $h); $c = new Client(); $c->send($r);",
    "Symfony": f"$c = \\Symfony\\Component\\HttpClient\\HttpClient::create(['headers' => $h]); $c->request('GET', '{API}/x');",
    "an injected client": (
        f"class C {{ function x($h) {{ return $this->http->request('GET', '{API}/x', ['headers' => $h]); }} }} (new C)->x($h);"
    ),
    "Laravel": f"Http::withHeaders($h)->get('{API}/x');",
    "Laravel's baseUrl": f"Http::baseUrl('{API}')->acceptJson()->withHeaders($h)->get('/x');",
    "Laravel behind a method": (
        f"class C {{ function c($h) {{ return Http::baseUrl('{API}')->withHeaders($h)->timeout(5); }}"
        " function x($h) { return $this->c($h)->get('/x'); } } (new C)->x($h);"
    ),
    "WordPress": f"wp_remote_get('{API}/x', array('headers' => $h));",
    "WordPress with arguments": f"$args = array('method' => 'GET', 'headers' => $h); wp_safe_remote_request('{API}/x', $args);",
    "a stream": f"file_get_contents('{API}/x', false, stream_context_create(['http' => ['header' => $lines]]));",
    "a stream with one text": (
        f"$x = stream_context_create(['http' => ['header' => implode(\"\\r\\n\", $lines)]]); file_get_contents('{API}/x', false, $x);"
    ),
    "a helper": f"function call($p, $h) {{ return wp_remote_get('{API}' . $p, ['headers' => $h]); }} call('/x', $h);",
    "rtrim and ltrim": f"wp_remote_get(rtrim('{API}/', '/') . '/' . ltrim('/x', '/'), ['headers' => $h]);",
}


@pytest.mark.parametrize("code", WAYS_TO_A_REQUEST.values(), ids=WAYS_TO_A_REQUEST.keys())
def test_a_request_is_seen_with_its_url_and_headers(code: str) -> None:
    given = "$h = ['Authorization' => 'Bearer abc']; $lines = ['Accept: x', 'Authorization: Bearer abc'];\n"
    assert any(
        any(url.text == f"{API}/x" for url in request.urls)
        and any(header.name.text == "Authorization" and header.values[0].text == "Bearer abc" for header in request.headers)
        for request in read(given + code).requests
    )


@pytest.mark.parametrize(
    ("expression", "kind", "name"),
    [
        ("getenv('NAME')", Kind.ENVIRONMENT, "NAME"),
        ("$_ENV['NAME']", Kind.ENVIRONMENT, "NAME"),
        ("$_SERVER['NAME']", Kind.ENVIRONMENT, "NAME"),
        ("env('NAME')", Kind.ENVIRONMENT, "NAME"),
        ("config('services.name')", Kind.STORE, "services.name"),
        ("get_option('name')", Kind.STORE, "name"),
        ("file_get_contents('/run/t')", Kind.FILE, ""),
        ("fgets(STDIN)", Kind.FILE, ""),
        ("shell_exec('pass show t')", Kind.FILE, ""),
        ("`pass show t`", Kind.FILE, ""),
        ("fetchToken()", Kind.CALL, "fetchToken"),
        ("$this->fetchToken()", Kind.CALL, "fetchToken"),
    ],
)
def test_where_an_unknown_value_comes_from(expression: str, kind: Kind, name: str) -> None:
    facts = read(f"$h = ['Authorization' => {expression}];")
    holes = [hole for header in facts.headers for value in header.values for hole in value.holes]
    assert (kind, name) in {(hole.kind, hole.names[0] if hole.names else "") for hole in holes}


@pytest.mark.parametrize(
    ("expression", "mark"),
    [
        ("trim(getenv('T'))", "trimmed"),
        ("rtrim(file_get_contents('/t'))", "trimmed"),
        ("rtrim(file_get_contents('/t'), \"\\n\")", "trimmed"),
        ("file('/t', FILE_IGNORE_NEW_LINES)", "trimmed"),
        ("base64_encode(getenv('T'))", "base64"),
        ("bin2hex(getenv('T'))", "hex"),
        ("rawurlencode(getenv('T'))", "percent"),
        ("json_encode(getenv('T'))", "quoted"),
        ("substr(getenv('T'), 0, 4)", "partial"),
    ],
)
def test_what_was_done_to_a_value_on_the_way(expression: str, mark: str) -> None:
    facts = read(f"$h = ['Authorization' => {expression}];")
    assert any(mark in hole.marks for header in facts.headers for value in header.values for hole in value.holes)


def test_an_end_that_is_freed_of_slashes_is_not_trimmed() -> None:
    facts = read("$h = ['Authorization' => rtrim(file_get_contents('/t'), '/')];")
    assert not any(hole.marks for header in facts.headers for value in header.values for hole in value.holes)


@pytest.mark.parametrize(
    "expression",
    [
        "chr(115) . chr(109) . '_A'",
        "implode('', array_map('chr', [115, 109, 95, 65]))",
        "implode('', array_map(fn($c) => chr($c), [115, 109, 95, 65]))",
        "join(array_reverse(str_split('A_ms')))",
        "strrev('A_ms')",
        "base64_decode('c21fQQ==')",
        "hex2bin('736d5f41')",
        "pack('H*', '736d5f41')",
        "pack('c*', 115, 109, 95, 65)",
        "urldecode('%73%6D_A')",
        "str_rot13('fz_N')",
        "'s' . 'm_' . 'A'",
        '"s{$m}_A"',
        '"\\x73\\155\\u{5f}A"',
        "substr('xxsm_Axx', 2, 4)",
    ],
)
def test_a_hidden_text_is_uncovered(expression: str) -> None:
    facts = read(f"$m = 'm'; $sealmetrics = {expression};")
    assert "sm_A" in {string.value.text for string in facts.strings}


def test_a_literal_is_pointed_at_to_the_column() -> None:
    facts = read("<p>é</p>\n<?php\n  $h = ['x' => 'é😀', 'Authorization' => 'Bearer é😀abc'];\n")
    (header,) = (header for header in facts.headers if header.name.text == "Authorization")
    region = facts.document.region(header.values[0].cut(len("Bearer ")).texts[0].span)
    assert (region.start_line, region.start_column, region.end_column) == (3, 49, 54)
    assert facts.document.file.content[region.byte_offset : region.byte_offset + region.byte_length].decode() == "é😀abc"


def test_a_switch_in_a_chain_stands_on_its_own_line() -> None:
    facts = read(f"Http::withToken($t)\n    ->withoutVerifying()\n    ->get('{API}/x');")
    request = next(request for request in facts.requests if request.urls and not request.made)
    assert request.unverified is not None
    assert facts.document.line_number(request.unverified.start) == facts.document.line_number(request.span.start) + 1


def test_two_handles_of_one_name_are_two_requests() -> None:
    facts = read(
        f"$c = curl_init('{API}/a'); curl_setopt($c, CURLOPT_HTTPHEADER, ['Authorization: Bearer abc']); curl_exec($c);\n"
        f"$c = curl_init('{API}/b'); curl_exec($c);"
    )
    first, second = facts.requests
    assert (first.urls[0].text, [header.name.text for header in first.headers]) == (f"{API}/a", ["Authorization"])
    assert (second.urls[0].text, second.headers, second.complete) == (f"{API}/b", (), True)


def test_all_headers_are_seen_or_not() -> None:
    def complete(code: str) -> bool:
        return next(request for request in reversed(read(code).requests) if request.urls and not request.made).complete

    assert complete(f"file_get_contents('{API}');")
    assert complete(f"wp_remote_get('{API}');")
    assert complete(f"wp_remote_get('{API}', ['timeout' => 5]);")
    assert complete(f"$c = curl_init('{API}'); curl_setopt($c, CURLOPT_TIMEOUT, 5); curl_exec($c);")
    assert complete(f"Http::timeout(5)->get('{API}');")
    assert not complete(f"function f($args) {{ return wp_remote_get('{API}', $args); }}")
    assert not complete(f"function f($h) {{ return wp_remote_get('{API}', ['headers' => $h]); }}")
    assert not complete(f"$c = curl_init('{API}'); prepare($c); curl_exec($c);")
    assert not complete(f"$c = curl_init('{API}'); curl_setopt_array($c, $options); curl_exec($c);")
    assert not complete(f"$c = new Client(['handler' => $stack]); $c->get('{API}');")
    assert not complete(f"$this->client->get('{API}');")
    assert not complete(f"Http::withMiddleware($m)->get('{API}');")
    assert not complete(f"file_get_contents('{API}', false, $context);")


@pytest.mark.parametrize(
    "code",
    [
        f"$c = curl_init('{API}'); curl_setopt($c, CURLOPT_SSL_VERIFYPEER, false); curl_setopt($c, CURLOPT_SSL_VERIFYHOST, 0);",
        f"$c = curl_init(); curl_setopt_array($c, [CURLOPT_URL => '{API}', CURLOPT_SSL_VERIFYPEER => 0]);",
        f"(new Client())->get('{API}', ['verify' => false]);",
        f"$c = new Client(['base_uri' => '{API}', 'verify' => false]); $c->get('x');",
        f"$c->request('GET', '{API}', ['verify_peer' => false]);",
        f"Http::withoutVerifying()->get('{API}');",
        f"Http::withOptions(['verify' => false])->get('{API}');",
        f"wp_remote_get('{API}', ['sslverify' => false]);",
        f"file_get_contents('{API}', false, stream_context_create(['ssl' => ['verify_peer' => false, 'verify_peer_name' => false]]));",
    ],
)
def test_a_certificate_that_is_not_checked_is_seen_once(code: str) -> None:
    facts = read(code)
    spans = {request.unverified for request in facts.requests if request.unverified} | {each.span for each in facts.unverified}
    assert len(spans) == 1


@pytest.mark.parametrize(
    "code",
    [
        f"$c = curl_init('{API}'); curl_setopt($c, CURLOPT_SSL_VERIFYPEER, true); curl_setopt($c, CURLOPT_SSL_VERIFYHOST, 2);",
        f"(new Client(['verify' => '/etc/ssl/ca.pem']))->get('{API}');",
        f"wp_remote_get('{API}', ['sslverify' => true]);",
        f"wp_remote_get('{API}', ['sslverify' => apply_filters('https_local_ssl_verify', true)]);",
    ],
)
def test_a_certificate_that_is_checked_is_no_switch(code: str) -> None:
    facts = read(code)
    assert not facts.unverified
    assert all(request.unverified is None for request in facts.requests)


@pytest.mark.parametrize(
    ("code", "login"),
    [
        (f"$c = curl_init('{API}'); curl_setopt($c, CURLOPT_USERPWD, 'u:p');", ["u", "p"]),
        (f"(new Client())->get('{API}', ['auth' => ['u', 'p']]);", ["u", "p"]),
        (f"Http::withBasicAuth('u', 'p')->get('{API}');", ["u", "p"]),
        (f"$c->request('GET', '{API}', ['auth_basic' => 'u:p']);", ["u", "p"]),
    ],
)
def test_basic_authentication_is_seen(code: str, login: list[str]) -> None:
    request = next(request for request in read(code).requests if request.urls and not request.made)
    assert request.authentication is not None
    assert [value.text for value in request.login] == login


@pytest.mark.parametrize(
    "code",
    [
        "if (str_starts_with($url, 'http://api.sealmetrics.com')) {}",
        "if ($url === 'http://api.sealmetrics.com') {}",
        "$url = str_replace('http://api.sealmetrics.com', $api, $url);",
        "class T { function testRefusesPlainHttp() { connect('http://api.sealmetrics.com'); } }",
        "class T { function testIt() { $this->expectException(X::class); connect('http://api.sealmetrics.com'); } }",
        "it('refuses plain http', function () { connect('http://api.sealmetrics.com'); });",
        "test('plain http', fn () => connect('http://api.sealmetrics.com'))->throws(X::class);",
        "$this->assertSame('http://api.sealmetrics.com', $url);",
        "class UrlTest { static function badUrls() { return [['http://api.sealmetrics.com']]; } }",
    ],
)
def test_a_string_that_is_only_compared_or_refused_is_told_apart(code: str) -> None:
    assert {string.use for string in read(code).strings if "sealmetrics.com" in string.value.shape} == {Use.TEST}


def test_what_is_logged_is_seen_with_the_headers_of_an_array() -> None:
    facts = read(
        "$t = getenv('SEALMETRICS_TOKEN'); $h = ['Authorization' => \"Bearer $t\"]; error_log(print_r($h, true)); echo 'x', $t;"
        ' Log::info("t $t"); $this->logger->error($t); throw new X("no $t"); var_dump($h); fwrite(STDERR, $t); fwrite($file, $t);'
    )
    assert [output.sink for output in facts.outputs] == [
        *("error_log", "echo", "Log.info", "this.logger.error", "raise X", "var_dump", "fwrite"),
    ]
    assert facts.outputs[0].headers[0].name.text == "Authorization"
    assert all(output.headers or any(value.holes for value in output.values) for output in facts.outputs)


def test_the_key_of_a_mac_is_seen() -> None:
    facts = read("hash_hmac('sha256', $body, getenv('SECRET'));")
    assert facts.signings[0].keys[0].holes[0].names == ("SECRET",)


def test_what_a_configuration_file_returns_is_bound_under_its_keys() -> None:
    facts = read("return ['sealmetrics' => ['token' => env('SEALMETRICS_TOKEN', 'abc')]];")
    assert ("sealmetrics", "token") in {binding.path for binding in facts.bindings}


def test_a_namespace_is_what_its_file_is_about() -> None:
    facts = read("namespace App\\Sealmetrics;\nclass Client { const KEY = 'abc'; }")
    assert ("App.Sealmetrics", "Client", "KEY") in {binding.path for binding in facts.bindings}


def test_markup_is_no_code_and_comments_are_none() -> None:
    facts = read(f"<a href='http://x'>$x</a><?php // {API}\n# more\n/* and */ $y = 'b'; ?><p>'{API}'</p>")
    text = facts.document.text
    assert facts.zone(text.index("// ")) is Zone.COMMENT
    assert facts.zone(text.index("more")) is Zone.COMMENT
    assert facts.zone(text.index("$y")) is Zone.CODE
    assert {string.value.text for string in facts.strings} <= {"b"}


def test_an_excerpt_needs_no_opening_tag() -> None:
    code = f"$r = wp_remote_get('{API}/x');"
    document = Document(SourceFile(b"x.md", code.encode()), code)
    facts = Facts(document, "php")
    treesitter.read(Fragment.whole(document, "php"), facts, "php")
    assert facts.requests[0].urls[0].text == f"{API}/x"


def read_or_refused(code: str) -> Facts | None:
    """Read code that may be none: `None` where that is said; anything else that is raised is a fault."""
    document = Document(SourceFile(b"app.php", code.encode("utf-8", "surrogatepass")), code)
    facts = Facts(document, "php")
    try:
        treesitter.read(Fragment.whole(document, "php"), facts, "php")
    except SyntaxProblem:
        return None
    return facts


@pytest.mark.parametrize(
    "piece", ["(", "[", "['a'=>", "f(", "fn()=>", "$a?$b:", "!", '"{$a[', "if($a) ", "$a->b(", "class{", "'a'.", "$a??"]
)
@pytest.mark.parametrize("end", ["", "1" + ")" * 4_000])
def test_what_nests_too_deeply_hides_nothing(piece: str, end: str) -> None:
    facts = read_or_refused("<?php $x = 'sealmetrics'; $y = " + piece * 4_000 + end)
    assert facts is None or "sealmetrics" in {string.value.text for string in facts.strings}


SAMPLE = "\n".join([*WAYS_TO_A_HEADER.values(), *WAYS_TO_A_REQUEST.values()])


@given(st.integers(0, len(SAMPLE)))
@settings(max_examples=60, deadline=None)
def test_code_that_ends_too_soon_is_read_or_refused(end: int) -> None:
    code = "<?php " + SAMPLE[max(0, end - 3_000) : end]
    assert_inside(read_or_refused(code), code)


@given(
    st.integers(0, len(SAMPLE) - 2_000),
    st.lists(st.tuples(st.integers(0, 1_999), st.sampled_from("\0\n\"$'(\\`{}é\ud800😀?>")), min_size=1, max_size=40),
)
@settings(max_examples=60, deadline=None)
def test_code_with_wrong_letters_is_read_or_refused(start: int, wrong: list[tuple[int, str]]) -> None:
    letters = list(SAMPLE[start : start + 2_000])
    for at, letter in wrong:
        letters[at] = letter
    code = "<?php " + "".join(letters)
    assert_inside(read_or_refused(code), code)


def assert_inside(facts: Facts | None, code: str) -> None:
    """Everything that is said stands in the text."""
    if facts is None:
        return
    spans = [header.span for header in facts.headers] + [request.span for request in facts.requests]
    spans += [binding.span for binding in facts.bindings] + [string.value.span for string in facts.strings]
    assert all(0 <= span.start <= span.end <= len(code) for span in spans)


STATEMENTS = st.sampled_from(
    [
        "const URL = 'https://api.sealmetrics.com/v1';",
        "$name = 'x';",
        "$token = getenv('SEALMETRICS_TOKEN');",
        "$headers = ['Authorization' => $token];",
        "$headers['Accept'] = $name;",
        "function call($path, $headers) {\n  return wp_remote_get(URL . $path, ['headers' => $headers]);\n}",
        "call('/x', $headers);",
        "class Thing {\n  private $size = 3;\n  function grow() {\n    $this->size += 1;\n  }\n}",
        "// a remark",
        "function filler() {\n" + "  other(1, 2);\n" * 200 + "}",
        "class Api {\n  private $token = 'abc';\n  function pad() {\n"
        + "    other(1, 2);\n" * 200
        + "  }\n  function get($path) {\n    return wp_remote_get(URL . $path, ['headers' => ['Authorization' => $this->token]]);\n  }\n}",
    ]
)


@given(st.lists(STATEMENTS, max_size=10))
@settings(max_examples=60, deadline=None)
def test_leaving_code_out_changes_no_header_and_no_request(statements: list[str]) -> None:
    code = "<?php\n" + "\n".join(statements) + "\n"

    def sealmetrics(facts: Facts) -> object:
        requests = [request for request in facts.requests if any("sealmetrics" in url.shape for url in request.urls)]
        return (
            [([value.shape for value in header.values], header.span) for header in facts.headers if header.name.text == "Authorization"],
            [(request.span, [url.shape for url in request.urls], request.complete) for request in requests],
        )

    cut = sealmetrics(read(code))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(treesitter, "outline", lambda root, *_, **__: Outline([root], []))
        assert cut == sealmetrics(read(code))
