"""Ruby's front end: where values come from, what is sent, and where each of them stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sealguard.facts import Facts, Kind, Request, Use, Zone
from sealguard.languages import SyntaxProblem, treesitter
from sealguard.languages.fragment import Fragment
from sealguard.languages.tree_outline import Outline
from sealguard.model import Document, SourceFile

API = "https://api.sealmetrics.com/v1"


def read(code: str) -> Facts:
    document = Document(SourceFile(b"app.rb", code.encode()), code)
    facts = Facts(document, "ruby")
    treesitter.read(Fragment.whole(document, "ruby"), facts, "ruby")
    return facts


def headers_of(code: str, name: str = "authorization") -> list[str]:
    """Give the shapes that a header can have, holes as `<name>`."""
    return [
        "".join(part.text if hasattr(part, "text") else f"<{part.names[0] if part.names else part.kind}>" for part in value.parts)
        for header in read(code).headers
        if (header.name.text or "").lower() == name
        for value in header.values
    ]


def sent(code: str) -> Request:
    """Give the last request that has a URL."""
    return next(request for request in reversed(read(code).requests) if request.urls and not request.made)


WAYS_TO_A_HEADER = {
    "a symbol": 'h = { Authorization: "Bearer abc" }',
    "a quoted symbol": 'h = { "Authorization": "Bearer abc" }',
    "%Q": 't = "abc"\nh = { "Authorization" => %Q(Bearer #{t}) }',
    "format with names": 'h = { "Authorization" => format("Bearer %<t>s", t: "abc") }',
    "%": 'h = { "Authorization" => "Bearer %s" % "abc" }',
    "% with a list": 'h = { "Authorization" => "%s %s" % ["Bearer", "abc"] }',
    "% with names": 'h = { "Authorization" => "Bearer %{t}" % { t: "abc" } }',
    "words": 'h = { "Authorization" => %w[Bearer abc].join(" ") }',
    "adjacent literals": 'h = { "Authorization" => "Bearer " "abc" }',
    "a heredoc": 't = "abc"\nh = { "Authorization" => <<~EOT.strip }\n  Bearer #{t}\nEOT\n',
    "merge!": f'h = {{ "A" => "x" }}\nh.merge!({{ "Authorization" => "Bearer abc" }})\nHTTParty.get("{API}", headers: h)',
    "splat": f'a = {{ "Authorization" => "Bearer abc" }}\nHTTParty.get("{API}", headers: {{ "A" => "x", **a }})',
    "a class variable": "class C\n @@t = 'abc'\n def h\n { 'Authorization' => \"Bearer #{@@t}\" }\n end\nend",
    "a class's constant": "class C\n T = 'abc'\n def h\n { 'Authorization' => \"Bearer #{T}\" }\n end\nend",
    "another class's constant": "class C\n T = 'abc'\nend\nh = { 'Authorization' => \"Bearer #{C::T}\" }",
    "a module's constant": "module M\n T = 'abc'\n class C\n def h\n { 'Authorization' => \"Bearer #{T}\" }\n end\n end\nend",
    "attr_accessor": ("class C\n attr_accessor :t\nend\nc = C.new\nc.t = 'abc'\nh = { 'Authorization' => \"Bearer #{c.t}\" }"),
    "a keyword argument": (
        "class C\n def initialize(t:)\n @t = t\n end\n def h\n { 'Authorization' => \"Bearer #{@t}\" }\n end\nend\nC.new(t: 'abc')"
    ),
    "a mixin": ("module M\n def h\n { 'Authorization' => \"Bearer #{t}\" }\n end\n def t\n 'abc'\n end\nend\nclass C\n include M\nend"),
    "a method without parentheses": "class C\n def t\n 'abc'\n end\n def h\n { 'Authorization' => \"Bearer #{t}\" }\n end\nend",
    "a private method": "class C\n def h\n { 'Authorization' => \"Bearer #{t}\" }\n end\n private def t\n 'abc'\n end\nend",
    "a class's method": "class C\n def self.t\n 'abc'\n end\nend\nh = { 'Authorization' => \"Bearer #{C.t}\" }",
    "class << self": "class C\n class << self\n def t\n 'abc'\n end\n end\nend\nh = { 'Authorization' => \"Bearer #{C.t}\" }",
    "a class that is opened again": "class C\n T = 'abc'\nend\nclass C\n def h\n { 'Authorization' => \"Bearer #{T}\" }\n end\nend",
    "a default of a keyword": "def h(t: 'abc')\n { 'Authorization' => \"Bearer #{t}\" }\nend",
    "a lambda": "b = ->(t) { \"Bearer #{t}\" }\nh = { 'Authorization' => b.call('abc') }",
    "a shorthand": "t = 'abc'\nc = { t: }\nh = { 'Authorization' => \"Bearer #{c[:t]}\" }",
    "||": "h = { 'Authorization' => \"Bearer #{ENV['T'] || 'abc'}\" }",
    "||=": "t = ENV['T']\nt ||= 'abc'\nh = { 'Authorization' => \"Bearer #{t}\" }",
    "fetch with a block": "h = { 'Authorization' => \"Bearer #{ENV.fetch('T') { 'abc' }}\" }",
    "if as a value": "t = if x then 'abc' else 'def' end\nh = { 'Authorization' => \"Bearer #{t}\" }",
    "case as a value": "t = case x\nwhen 1 then 'abc'\nelse 'def'\nend\nh = { 'Authorization' => \"Bearer #{t}\" }",
    "rescue": "t = find rescue 'abc'\nh = { 'Authorization' => \"Bearer #{t}\" }",
    "+=": "v = 'Bearer '\nv += 'abc'\nh = { 'Authorization' => v }",
    "<<": "v = +'Bearer '\nv << 'abc'\nh = { 'Authorization' => v }",
    "several at once": "a, t = 'x', 'abc'\nh = { 'Authorization' => \"Bearer #{t}\" }",
    "Net::HTTP": "r = Net::HTTP::Get.new(uri)\nr['Authorization'] = 'Bearer abc'",
    "HTTParty's headers": "class C\n include HTTParty\n headers 'Authorization' => 'Bearer abc'\nend",
    "HTTP.auth": f"HTTP.auth('Bearer abc').get('{API}')",
    "Faraday's authorization": f"Faraday.new('{API}') {{ |f| f.request :authorization, 'Bearer', 'abc' }}",
    "Faraday's old authorization": f"c = Faraday.new(url: '{API}')\nc.authorization :Bearer, 'abc'\nc.get('x')",
    "RestClient": f"RestClient.get('{API}', Authorization: 'Bearer abc')",
    "open-uri": f"URI.open('{API}', 'Authorization' => 'Bearer abc')",
}


@pytest.mark.parametrize("code", WAYS_TO_A_HEADER.values(), ids=WAYS_TO_A_HEADER.keys())
def test_a_literal_is_followed_into_the_header(code: str) -> None:
    assert "Bearer abc" in [shape.strip() for shape in headers_of(code)]


WAYS_TO_A_REQUEST = {
    "Net::HTTP": (
        f"uri = URI('{API}/x')\nhttp = Net::HTTP.new(uri.host, uri.port)\nhttp.use_ssl = true\n"
        "r = Net::HTTP::Get.new(uri)\nr['Authorization'] = 'Bearer abc'\nhttp.request(r)"
    ),
    "Net::HTTP with a path": (
        f"uri = URI.parse('{API}/x')\nhttp = Net::HTTP.new(uri.host, uri.port)\nr = Net::HTTP::Get.new(uri.request_uri, h)\nhttp.request(r)"
    ),
    "Net::HTTP.start": (
        f"uri = URI('{API}/x')\nr = Net::HTTP::Get.new(uri, h)\nNet::HTTP.start(uri.host, uri.port, use_ssl: true) {{ |c| c.request(r) }}"
    ),
    "Net::HTTP's get": "http = Net::HTTP.new('api.sealmetrics.com', 443)\nhttp.get('/v1/x', h)",
    "Net::HTTP.get": f"Net::HTTP.get(URI('{API}/x'), h)",
    "Net::HTTP.post": f"Net::HTTP.post(URI('{API}/x'), body, h)",
    "Faraday": f"Faraday.get('{API}/x', {{ a: 1 }}, h)",
    "Faraday.new": f"c = Faraday.new(url: '{API}', headers: h)\nc.get('x')",
    "Faraday with a block": f"c = Faraday.new('{API}') {{ |f| f.headers['Authorization'] = 'Bearer abc' }}\nc.get('x', a: 1)",
    "a Faraday request's block": f"c = Faraday.new('{API}')\nc.post('x') do |r|\n r.headers['Authorization'] = 'Bearer abc'\nend",
    "Faraday behind a method": (
        f"class C\n def c\n @c ||= Faraday.new(url: '{API}') do |f|\n"
        " f.headers['Authorization'] = 'Bearer abc'\n f.adapter :x\n end\n end\n"
        " def x\n c.get('x')\n end\nend"
    ),
    "HTTParty": f"HTTParty.get('{API}/x', headers: h, query: {{ a: 1 }})",
    "an HTTParty class": (
        f"class C\n include HTTParty\n base_uri '{API}'\n headers 'Authorization' => 'Bearer abc'\n def x\n self.class.get('/x')\n end\nend"
    ),
    "an HTTParty class's method": (
        f"class C\n include HTTParty\n base_uri '{API}'\n def self.x\n get('/x', headers: {{ 'Authorization' => 'Bearer abc' }})\n end\nend"
    ),
    "RestClient": f"RestClient.get('{API}/x', h)",
    "RestClient's post": f"RestClient.post('{API}/x', {{ a: 1 }}.to_json, h)",
    "RestClient::Request": f"RestClient::Request.execute(method: :get, url: '{API}/x', headers: h)",
    "HTTP.rb": f"HTTP.headers(h).get('{API}/x')",
    "HTTP.rb with a time": f"HTTP.timeout(5).auth('Bearer abc').get('{API}/x')",
    "Typhoeus": f"Typhoeus.get('{API}/x', headers: h)",
    "Typhoeus::Request": f"Typhoeus::Request.new('{API}/x', headers: h).run",
    "Excon": f"Excon.get('{API}/x', headers: h)",
    "open-uri": f"URI.open('{API}/x', h)",
    "a helper": f"def call(path, h)\n HTTParty.get(\"{API}#{{path}}\", headers: h)\nend\ncall('/x', h)",
    "an unknown client": f"client.get('{API}/x', headers: h)",
}


@pytest.mark.parametrize("code", WAYS_TO_A_REQUEST.values(), ids=WAYS_TO_A_REQUEST.keys())
def test_a_request_is_seen_with_its_url_and_headers(code: str) -> None:
    assert any(
        any(url.text == f"{API}/x" for url in request.urls)
        and any(header.name.text == "Authorization" and header.values[0].text == "Bearer abc" for header in request.headers)
        for request in read("h = { 'Authorization' => 'Bearer abc' }\n" + code).requests
    )


@pytest.mark.parametrize(
    ("expression", "kind", "name"),
    [
        ("ENV['NAME']", Kind.ENVIRONMENT, "NAME"),
        ("ENV.fetch('NAME')", Kind.ENVIRONMENT, "NAME"),
        ("Rails.application.credentials.name", Kind.STORE, "name"),
        ("Rails.application.credentials.sealmetrics[:name]", Kind.STORE, "sealmetrics.name"),
        ("Rails.application.credentials.dig(:sealmetrics, :name)", Kind.STORE, "sealmetrics.name"),
        ("File.read('/run/t')", Kind.FILE, ""),
        ("$stdin.gets", Kind.FILE, ""),
        ("`pass show t`", Kind.FILE, ""),
        ("fetch_token", Kind.CALL, "fetch_token"),
        ("fetch_token()", Kind.CALL, "fetch_token"),
        ("account.name", Kind.UNKNOWN, "account.name"),
    ],
)
def test_where_an_unknown_value_comes_from(expression: str, kind: Kind, name: str) -> None:
    facts = read(f"h = {{ 'Authorization' => {expression} }}")
    holes = [hole for header in facts.headers for value in header.values for hole in value.holes]
    if kind is Kind.UNKNOWN:
        assert holes[0].names[-1].endswith("name")
    else:
        assert (kind, name) in {(hole.kind, hole.names[0] if hole.names else "") for hole in holes}


@pytest.mark.parametrize(
    ("expression", "mark"),
    [
        ("ENV['T'].strip", "trimmed"),
        ("File.read('/t').chomp", "trimmed"),
        ("File.read('/t').rstrip", "trimmed"),
        ("Base64.strict_encode64(ENV['T'])", "base64"),
        ("CGI.escape(ENV['T'])", "percent"),
        ("ENV['T'].inspect", "quoted"),
        ("ENV['T'][0, 4]", "partial"),
        ("ENV['T'][0..3]", "partial"),
        ("ENV['T'].first(4)", "partial"),
        ("ENV['T'].slice(0, 4)", "partial"),
        ("ENV['T'].length", "digest"),
        ("Digest::SHA256.hexdigest(ENV['T'])", "digest"),
    ],
)
def test_what_was_done_to_a_value_on_the_way(expression: str, mark: str) -> None:
    facts = read(f"h = {{ 'Authorization' => {expression} }}")
    assert any(mark in hole.marks for header in facts.headers for value in header.values for hole in value.holes)


@pytest.mark.parametrize(
    "expression",
    [
        "115.chr + 109.chr + '_A'",
        "[115, 109, 95, 65].map(&:chr).join",
        "[115, 109, 95, 65].map { |c| c.chr }.join",
        "[115, 109, 95, 65].pack('c*')",
        "['736d5f41'].pack('H*')",
        "'c21fQQ=='.unpack1('m')",
        "Base64.decode64('c21fQQ==')",
        "'A_ms'.reverse",
        "'A_ms'.chars.reverse.join",
        "CGI.unescape('%73%6D_A')",
        "'s' + 'm_' + 'A'",
        "'sm' '_A'",
        "['sm', 'A'].join('_')",
        '"\\x73\\155\\u{5f}A"',
    ],
)
def test_a_hidden_text_is_uncovered(expression: str) -> None:
    facts = read(f"sealmetrics = {expression}")
    assert "sm_A" in {string.value.text for string in facts.strings}


def test_a_literal_is_pointed_at_to_the_column() -> None:
    facts = read("def f\n  { x: 'é😀', 'Authorization' => 'Bearer é😀abc' }\nend\n")
    (header,) = (header for header in facts.headers if header.name.text == "Authorization")
    region = facts.document.region(header.values[0].cut(len("Bearer ")).texts[0].span)
    assert (region.start_line, region.start_column, region.end_column) == (2, 41, 46)
    assert facts.document.file.content[region.byte_offset : region.byte_offset + region.byte_length].decode() == "é😀abc"


def test_a_heredoc_is_pointed_at_where_it_stands() -> None:
    facts = read("call(<<~ONE, <<~TWO)\n  first\nONE\n  sealmetrics\nTWO\n")
    (found,) = (string for string in facts.strings if "sealmetrics" in string.value.shape)
    assert facts.document.line_number(found.value.texts[0].span.start) == 4


def test_all_headers_are_seen_or_not() -> None:
    assert sent(f"HTTParty.get('{API}')").complete
    assert sent(f"HTTParty.get('{API}', query: {{ a: 1 }})").complete
    assert sent(f"Net::HTTP.get(URI('{API}'))").complete
    assert sent(f"Faraday.new('{API}') {{ |f| f.adapter :x }}.get('x')").complete
    assert not sent(f"def f(h)\n HTTParty.get('{API}', headers: h)\nend").complete
    assert not sent(f"def f(o)\n HTTParty.get('{API}', **o)\nend").complete
    assert not sent(f"Faraday.new('{API}') {{ |f| f.use Signer }}.get('x')").complete
    assert not sent(f"r = Net::HTTP::Get.new(URI('{API}'))\nsign(r)\nNet::HTTP.new('x').request(r)").complete
    assert not sent(f"@client.get('{API}')").complete


@pytest.mark.parametrize(
    "code",
    [
        "h = Net::HTTP.new('api.sealmetrics.com', 443)\nh.verify_mode = OpenSSL::SSL::VERIFY_NONE\nh.get('/v1/x')",
        f"u = URI('{API}')\nNet::HTTP.start(u.host, u.port, verify_mode: OpenSSL::SSL::VERIFY_NONE) {{ |h| h.get('/v1/x') }}",
        f"Faraday.new(url: '{API}', ssl: {{ verify: false }}).get('x')",
        f"Faraday.new('{API}') {{ |f| f.ssl.verify = false }}",
        f"HTTParty.get('{API}', verify: false)",
        f"RestClient::Request.execute(method: :get, url: '{API}', verify_ssl: false)",
        f"Typhoeus.get('{API}', ssl_verifypeer: false)",
        f"URI.open('{API}', ssl_verify_mode: OpenSSL::SSL::VERIFY_NONE)",
    ],
)
def test_a_certificate_that_is_not_checked_is_seen_on_one_line(code: str) -> None:
    facts = read(code)
    spans = {request.unverified for request in facts.requests if request.unverified} | {each.span for each in facts.unverified}
    assert len({facts.document.line_number(span.start) for span in spans}) == 1


def test_a_switch_is_its_clients() -> None:
    facts = read("h = Net::HTTP.new('api.stripe.com', 443)\nh.verify_mode = OpenSSL::SSL::VERIFY_NONE")
    assert not facts.unverified
    assert {url.text for request in facts.requests if request.unverified for url in request.urls} == {"https://api.stripe.com"}


@pytest.mark.parametrize(
    "code",
    [
        f"r = Net::HTTP::Get.new(URI('{API}'))\nr.basic_auth('u', 'p')\nNet::HTTP.new('x').request(r)",
        f"HTTParty.get('{API}', basic_auth: {{ username: 'u', password: 'p' }})",
        f"HTTP.basic_auth(user: 'u', pass: 'p').get('{API}')",
        f"Faraday.new('{API}') {{ |f| f.request :authorization, :basic, 'u', 'p' }}.get('x')",
        f"Typhoeus.get('{API}', userpwd: 'u:p')",
        f"RestClient::Request.execute(method: :get, url: '{API}', user: 'u', password: 'p')",
    ],
)
def test_basic_authentication_is_seen(code: str) -> None:
    assert any([value.text for value in request.login] == ["u", "p"] for request in read(code).requests)


@pytest.mark.parametrize(
    "code",
    [
        "raise if url.start_with?('http://api.sealmetrics.com')",
        "raise if url == 'http://api.sealmetrics.com'",
        "raise unless url =~ %r{http://api.sealmetrics.com}",
        "url.sub('http://api.sealmetrics.com', api)",
        "it 'refuses plain http' do\n connect('http://api.sealmetrics.com')\nend",
        "it 'works' do\n expect { connect('http://api.sealmetrics.com') }.to raise_error(ArgumentError)\nend",
        "assert_raises(ArgumentError) { connect('http://api.sealmetrics.com') }",
        "expect(url).to eq('http://api.sealmetrics.com')",
    ],
)
def test_a_string_that_is_only_compared_or_refused_is_told_apart(code: str) -> None:
    assert {string.use for string in read(code).strings if "sealmetrics.com" in string.value.shape} == {Use.TEST}


def test_what_is_logged_is_seen_with_the_headers_of_a_hash() -> None:
    facts = read(
        "t = ENV['SEALMETRICS_TOKEN']\nh = { 'Authorization' => \"Bearer #{t}\" }\nputs h\np t\nlogger.info(t)\n"
        'Rails.logger.debug("t #{t}")\nraise ArgumentError, "no #{t}"\n$stderr.puts t\nfile.puts t\n'
    )
    assert [output.sink for output in facts.outputs] == ["puts", "p", "logger.info", "Rails.logger.debug", "raise", "$stderr.puts"]
    assert facts.outputs[0].headers[0].name.text == "Authorization"
    assert all(any(value.holes for value in output.values) for output in facts.outputs)


def test_the_key_of_a_mac_is_seen() -> None:
    facts = read("OpenSSL::HMAC.hexdigest('SHA256', ENV['SECRET'], body)")
    assert facts.signings[0].keys[0].holes[0].names == ("SECRET",)


def test_what_a_block_sets_is_bound_under_what_the_block_is_of() -> None:
    facts = read("Sealmetrics.configure do |config|\n config.api_token = 'abc'\nend")
    assert ("Sealmetrics.configure", "config", "api_token") in {binding.path for binding in facts.bindings}


def test_comments_are_no_code() -> None:
    facts = read("# http://api.sealmetrics.com\n=begin\nmore\n=end\ny = '# sealmetrics no comment'\n")
    text = facts.document.text
    assert facts.zone(text.index("http")) is Zone.COMMENT
    assert facts.zone(text.index("more")) is Zone.COMMENT
    assert facts.zone(text.index("no comment")) is Zone.CODE


def read_or_refused(code: str) -> Facts | None:
    """Read code that may be none: `None` where that is said; anything else that is raised is a fault."""
    document = Document(SourceFile(b"app.rb", code.encode("utf-8", "surrogatepass")), code)
    facts = Facts(document, "ruby")
    try:
        treesitter.read(Fragment.whole(document, "ruby"), facts, "ruby")
    except SyntaxProblem:
        return None
    return facts


@pytest.mark.parametrize(
    "piece", ["(", "[", "{a: ", "f(", "->{", "a ? b : ", "!", '"#{', "if a then ", "a.b(", "class A;", "'a'+", "a||", "f do "]
)
@pytest.mark.parametrize("end", ["", "1" + ")" * 4_000])
def test_what_nests_too_deeply_hides_nothing(piece: str, end: str) -> None:
    facts = read_or_refused("x = 'sealmetrics'\ny = " + piece * 4_000 + end)
    assert facts is None or "sealmetrics" in {string.value.text for string in facts.strings}


SAMPLE = "\n".join([*WAYS_TO_A_HEADER.values(), *WAYS_TO_A_REQUEST.values()])


@given(st.integers(0, len(SAMPLE)))
@settings(max_examples=60, deadline=None)
def test_code_that_ends_too_soon_is_read_or_refused(end: int) -> None:
    code = SAMPLE[max(0, end - 3_000) : end]
    assert_inside(read_or_refused(code), code)


@given(
    st.integers(0, len(SAMPLE) - 2_000),
    st.lists(st.tuples(st.integers(0, 1_999), st.sampled_from("\0\n\"$'(\\`{}é\ud800😀<~")), min_size=1, max_size=40),
)
@settings(max_examples=60, deadline=None)
def test_code_with_wrong_letters_is_read_or_refused(start: int, wrong: list[tuple[int, str]]) -> None:
    letters = list(SAMPLE[start : start + 2_000])
    for at, letter in wrong:
        letters[at] = letter
    code = "".join(letters)
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
        "URL = 'https://api.sealmetrics.com/v1'",
        "name = 'x'",
        "token = ENV['SEALMETRICS_TOKEN']",
        "headers = { 'Authorization' => token }",
        "headers['Accept'] = name",
        "def call(path, headers)\n  HTTParty.get(URL + path, headers: headers)\nend",
        "call('/x', headers)",
        "class Thing\n  def grow\n    @size += 1\n  end\nend",
        "# a remark",
        "def filler\n" + "  other(1, 2)\n" * 200 + "end",
        "class Api\n  def initialize\n    @token = 'abc'\n  end\n  def pad\n"
        + "    other(1, 2)\n" * 200
        + "  end\n  def get(path)\n    HTTParty.get(URL + path, headers: { 'Authorization' => @token })\n  end\nend",
    ]
)


@given(st.lists(STATEMENTS, max_size=10))
@settings(max_examples=60, deadline=None)
def test_leaving_code_out_changes_no_header_and_no_request(statements: list[str]) -> None:
    code = "\n".join(statements) + "\n"

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
