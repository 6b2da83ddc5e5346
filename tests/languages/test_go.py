"""Go's front end: where values come from, what is sent, and what is said about it."""

from __future__ import annotations

import pytest
from programs import API, breaking, headers_of, read, requested

from sealguard.facts import Kind, Use, Zone

LANGUAGE = "go"
PACKAGES = (
    *(
        "bytes",
        "crypto/hmac",
        "crypto/tls",
        "encoding/base64",
        "encoding/hex",
        "flag",
        "fmt",
        "log",
        "net/http",
        "net/url",
        "os",
        "os/exec",
    ),
    *("strings", "github.com/go-resty/resty/v2"),
)
IMPORTS = "package main\nimport (\n" + "".join(f'"{each}"\n' for each in PACKAGES) + ")\n"


def code(body: str) -> str:
    """Put statements into a function, and declarations beside it."""
    outside, _, inside = body.rpartition("---\n")
    return f"{IMPORTS}{outside}\nfunc f() {{\n{inside}\n}}\n"


SET = 'req.Header.Set("Authorization", '

WAYS_TO_A_HEADER = {
    "a literal": SET + '"Bearer abc")',
    "Add": 'req.Header.Add("Authorization", "Bearer abc")',
    "a raw string": SET + "`Bearer abc`)",
    "a block of constants": 'const (\n  scheme = "Bearer "\n  t string = "abc"\n)\n---\n' + SET + "scheme + t)",
    "a variable": 't := "abc"\n' + SET + '"Bearer " + t)',
    "a variable of the package": 'var t = "abc"\n---\n' + SET + '"Bearer " + t)',
    "Sprintf with positions": SET + 'fmt.Sprintf("%[2]s %[1]s", "abc", "Bearer"))',
    "Sprint": SET + 'fmt.Sprint("Bearer ", "abc"))',
    "a builder": 'var b strings.Builder\nb.WriteString("Bearer ")\nb.WriteString("abc")\n' + SET + "b.String())",
    "a string that grows": 'v := "Bearer "\nv += "abc"\n' + SET + "v)",
    "a conversion": SET + 'string([]byte("Bearer abc")))',
    "http.Header of bare lists": 'req.Header = http.Header{"Authorization": {"Bearer abc"}}',
    "a map": 'h := map[string]string{"Authorization": "Bearer abc"}\n_ = h',
    "a struct without names": 'type C struct{ a, t string }\nvar c = C{"x", "abc"}\n---\n' + SET + '"Bearer " + c.t)',
    "a field that is set": 'type C struct{ t string }\n---\nc := &C{}\nc.t = "abc"\n' + SET + '"Bearer " + c.t)',
    "a functional option": (
        "type C struct{ t string }\ntype Option func(*C)\nfunc WithT(t string) Option { return func(c *C) { c.t = t } }\n"
        "func New(opts ...Option) *C {\n c := &C{}\n for _, o := range opts { o(c) }\n return c\n}\n"
        'func (c *C) h(req *http.Request) { req.Header.Set("Authorization", "Bearer "+c.t) }\n---\nNew(WithT("abc")).h(nil)'
    ),
    "the first of two results": 'func t() (string, error) { return "abc", nil }\n---\nv, err := t()\n_ = err\n' + SET + '"Bearer " + v)',
    "a switch": 't := ""\nswitch os.Getenv("E") { case "x": t = "abc"; default: t = "other" }\n' + SET + '"Bearer " + t)',
    "a flag": 't := flag.String("token", "abc", "usage")\n' + SET + '"Bearer " + *t)',
    "a loop over a map": 'for k, v := range map[string]string{"Authorization": "Bearer abc"} { req.Header.Set(k, v) }',
    "an item of a list": 'for _, t := range []string{"abc"} { req.Header.Set("Authorization", "Bearer "+t) }',
}


@pytest.mark.parametrize("body", WAYS_TO_A_HEADER.values(), ids=WAYS_TO_A_HEADER.keys())
def test_a_literal_is_followed_into_the_header(body: str) -> None:
    begin = 'req, _ := http.NewRequest("GET", "' + API + '", nil)\n'
    text = code(body).replace("func f() {\n", "func f() {\n" + begin).replace("\n}\n", "\nhttp.DefaultClient.Do(req)\n}\n")
    assert "Bearer abc" in headers_of(text, LANGUAGE)


BUILT = f'req, err := http.NewRequest("GET", "{API}/x", nil)\n{SET}"Bearer abc")\n'

WAYS_TO_A_REQUEST = {
    "DefaultClient": BUILT + "http.DefaultClient.Do(req)",
    "a client": BUILT + "c := &http.Client{Timeout: 3}\nc.Do(req)",
    "with a context": BUILT.replace("NewRequest(", "NewRequestWithContext(ctx, ") + "http.DefaultClient.Do(req)",
    "a constant for the method": BUILT.replace('"GET"', "http.MethodGet") + "http.DefaultClient.Do(req)",
    "a parsed URL": f'u, _ := url.Parse("{API}/")\n'
    + BUILT.replace(f'"{API}/x"', 'u.JoinPath("x").String()')
    + "http.DefaultClient.Do(req)",
    "a URL of parts": (
        'u := url.URL{Scheme: "https", Host: "api.sealmetrics.com", Path: "/v1/x"}\n'
        + BUILT.replace(f'"{API}/x"', "u.String()")
        + "http.DefaultClient.Do(req)"
    ),
    "a helper that sends": "func send(r *http.Request) { http.DefaultClient.Do(r) }\n---\n" + BUILT + "send(req)",
    "resty": f'resty.New().SetBaseURL("{API}").R().SetHeader("Authorization", "Bearer abc").Get("/x")',
    "resty with a token": f'resty.New().R().SetAuthToken("abc").Get("{API}/x")',
    "resty in steps": f'c := resty.New()\nc.SetBaseURL("{API}")\nc.SetHeader("Authorization", "Bearer abc")\nc.R().Get("/x")',
}


@pytest.mark.parametrize("body", WAYS_TO_A_REQUEST.values(), ids=WAYS_TO_A_REQUEST.keys())
def test_a_request_is_seen_with_its_url_and_headers(body: str) -> None:
    assert (f"{API}/x", "Bearer abc") in requested(code(body), LANGUAGE)


@pytest.mark.parametrize(
    ("expression", "kind"),
    [
        ('os.Getenv("T")', Kind.ENVIRONMENT),
        ("string(must(os.ReadFile(p)))", Kind.CALL),
        ("read()", Kind.CALL),
    ],
)
def test_where_an_unknown_value_comes_from(expression: str, kind: Kind) -> None:
    (header,) = read(code(f'{SET}"Bearer " + {expression})'), LANGUAGE).headers
    assert {hole.kind for value in header.values for hole in value.holes} == {kind}


@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        ("b, _ := os.ReadFile(p)\nt := string(b)", set()),
        ("b, _ := os.ReadFile(p)\nt := strings.TrimSpace(string(b))", {"trimmed"}),
        ("b, _ := os.ReadFile(p)\nt := string(bytes.TrimSpace(b))", {"trimmed"}),
        ('out, _ := exec.Command("pass").Output()\nt := strings.TrimRight(string(out), "\\n")', {"trimmed"}),
    ],
)
def test_a_file_is_known_to_be_trimmed_or_not(lines: str, marks: set[str]) -> None:
    text = code(f'{lines}\n{SET}"Bearer " + t)')
    (header,) = read(text, LANGUAGE).headers
    (hole,) = header.values[0].holes
    assert (hole.kind, set(hole.marks)) == (Kind.FILE, marks)


@pytest.mark.parametrize(
    "expression",
    [
        'base64.StdEncoding.EncodeToString([]byte(os.Getenv("T")))',
        'hex.EncodeToString([]byte(os.Getenv("T")))',
        'url.QueryEscape(os.Getenv("T"))',
        'fmt.Sprintf("%q", os.Getenv("T"))',
    ],
)
def test_what_was_done_to_a_value_is_marked(expression: str) -> None:
    (header,) = read(code(f"{SET}{expression})"), LANGUAGE).headers
    assert header.values[0].holes[0].marks


@pytest.mark.parametrize(
    "expression", ["[]byte{115, 109, 95, 65}", '"s" + "m_A"', '"\\x73\\u006d_A"', 'strings.Join([]string{"sm", "A"}, "_")']
)
def test_a_hidden_text_is_uncovered(expression: str) -> None:
    facts = read(code(f"sealmetrics := string({expression})"), LANGUAGE)
    assert "sm_A" in {each.value.text for each in facts.strings} | {each.value.text for each in facts.bindings}


def test_all_headers_are_seen_or_not() -> None:
    def complete(body: str) -> bool:
        return any(request.complete for request in read(code(body), LANGUAGE).requests)

    plain = f'req, _ := http.NewRequest("GET", "{API}/x", nil)\n'
    assert complete(plain + "http.DefaultClient.Do(req)")
    assert complete(f'http.Get("{API}/x")')
    assert not complete(plain + "client.Do(req)")
    assert not complete(plain + "sign(req)\nhttp.DefaultClient.Do(req)")
    assert not complete("type transport struct{}\n---\n" + plain + "c := &http.Client{Transport: &transport{}}\nc.Do(req)")


def test_a_request_that_a_helper_adds_to_is_not_seen_whole() -> None:
    helper = 'func sign(r *http.Request) { r.Header.Set("Authorization", t) }\n'
    sent = f'req, _ := http.NewRequest("GET", "{API}/x", nil)\nsign(req)\nhttp.DefaultClient.Do(req)'
    assert not any(request.complete for request in read(code(f"{helper}---\n{sent}"), LANGUAGE).requests)


def test_a_header_that_is_only_shown_is_none() -> None:
    assert headers_of(code('fmt.Printf("Authorization: Bearer %s", t)'), LANGUAGE) == set()
    assert headers_of(code('lines := []string{"Authorization: Bearer abc"}'), LANGUAGE) == {"Bearer abc"}


def test_a_request_stands_where_it_is_built() -> None:
    facts = read(code(BUILT + "\n\nhttp.DefaultClient.Do(req)"), LANGUAGE)
    (sent,) = (request for request in facts.requests if request.complete)
    assert facts.document.slice(sent.span).startswith("http.NewRequest")


def test_what_was_put_into_a_request_is_gone_when_it_is_made_anew() -> None:
    again = BUILT + "http.DefaultClient.Do(req)\n" + BUILT.replace("req, err :=", "req, err =").replace("Authorization", "Accept")
    facts = read(code(again + "http.DefaultClient.Do(req)"), LANGUAGE)
    sent = [request for request in facts.requests if request.complete]
    assert [[header.name.text for header in request.headers] for request in sent] == [["Authorization"], ["Accept"]]


@pytest.mark.parametrize(
    "body",
    [
        f'c := &http.Client{{Transport: &http.Transport{{TLSClientConfig: &tls.Config{{InsecureSkipVerify: true}}}}}}\nc.Get("{API}/x")',
        (
            "c := &http.Client{}\nt := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}\n"
            f'c.Transport = t\nc.Get("{API}")'
        ),
        "http.DefaultTransport.(*http.Transport).TLSClientConfig = &tls.Config{InsecureSkipVerify: true}",
        "config.InsecureSkipVerify = true",
        f'resty.New().SetTLSClientConfig(&tls.Config{{InsecureSkipVerify: true}}).R().Get("{API}/x")',
    ],
)
def test_a_certificate_that_is_not_checked_is_seen_once(body: str) -> None:
    facts = read(code(body), LANGUAGE)
    spans = {request.unverified for request in facts.requests if request.unverified} | {each.span for each in facts.unverified}
    assert len(spans) == 1


def test_a_check_that_is_left_on_is_no_switch() -> None:
    facts = read(
        code(f'c := &http.Client{{Transport: &http.Transport{{TLSClientConfig: &tls.Config{{RootCAs: pool}}}}}}\nc.Get("{API}")'), LANGUAGE
    )
    assert not facts.unverified
    assert all(request.unverified is None for request in facts.requests)


def test_basic_authentication_is_seen() -> None:
    facts = read(code(BUILT.replace(f'{SET}"Bearer abc")', 'req.SetBasicAuth("u", p)') + "http.DefaultClient.Do(req)"), LANGUAGE)
    assert any(request.authentication for request in facts.requests)


@pytest.mark.parametrize(
    "body",
    [
        'if strings.HasPrefix(u, "http://api.sealmetrics.com") { return }',
        'if u == "http://api.sealmetrics.com" { return }',
        'u = strings.Replace(u, "http://api.sealmetrics.com", base, 1)',
        'func TestRefusesPlainHTTP(t *testing.T) { check("http://api.sealmetrics.com") }\n---\n',
    ],
)
def test_a_string_that_is_only_compared_or_refused_is_told_apart(body: str) -> None:
    assert {string.use for string in read(code(body), LANGUAGE).strings if "sealmetrics.com" in string.value.shape} == {Use.TEST}


def test_what_is_logged_is_seen() -> None:
    facts = read(
        code('log.Printf("%s", t)\nfmt.Println(t)\nlogger.Info("x", t)\nfmt.Fprintln(os.Stderr, t)\nfmt.Fprintln(file, t)'), LANGUAGE
    )
    assert [output.sink for output in facts.outputs] == ["log.Printf", "fmt.Println", "logger.Info", "fmt.Fprintln"]


def test_the_key_of_a_mac_is_seen() -> None:
    facts = read(code('hmac.New(sha256.New, []byte(os.Getenv("SECRET")))'), LANGUAGE)
    assert facts.signings[0].keys[0].holes[0].names == ("SECRET",)


def test_a_query_is_seen_however_it_is_put_together() -> None:
    joined = f'q := url.Values{{}}\nq.Set("token", t)\nhttp.Get("{API}/x?" + q.Encode())'
    assert any(url.shape.startswith(f"{API}/x?token=") for request in read(code(joined), LANGUAGE).requests for url in request.urls)
    later = BUILT + 'q := req.URL.Query()\nq.Add("token", t)\nreq.URL.RawQuery = q.Encode()\nhttp.DefaultClient.Do(req)'
    assert "token" in {parameter.name.text for request in read(code(later), LANGUAGE).requests for parameter in request.query}


def test_comments_are_no_code() -> None:
    facts = read('package a\n// http://api.sealmetrics.com\nvar x = "// sealmetrics"\n', LANGUAGE)
    assert facts.zone(facts.document.text.index("http")) is Zone.COMMENT
    assert facts.zone(facts.document.text.index('"//')) is Zone.CODE


test_broken_code_is_read_or_refused = breaking(
    LANGUAGE, "\n".join(code(body) for body in [*list(WAYS_TO_A_HEADER.values())[::3], *WAYS_TO_A_REQUEST.values()])
)
