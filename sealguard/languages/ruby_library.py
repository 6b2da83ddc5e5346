"""What Ruby's standard library and the gems that people call APIs with do to the values they are given."""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Effect, Library, Signature, receives
from sealguard.languages import ruby_web
from sealguard.languages.ruby_failures import FAILURES


def _words(names: str) -> tuple[str, ...]:
    return tuple(names.split())


def _each(effect: Effect, names: str) -> dict[str, Effect]:
    return dict.fromkeys(_words(names), effect)


_CALLS: Final = {
    # Text
    **_each(Effect.URL_NAMED, "URI.HTTP.build URI.HTTPS.build URI.HTTP URI.HTTPS Addressable.URI"),
    **_each(Effect.SAME, "String URI URI.parse Addressable.URI.parse Pathname ERB.Util.html_escape Shellwords.escape"),
    **_each(Effect.PRINTF, "format sprintf Kernel.format Kernel.sprintf"),
    **_each(Effect.URL_JOIN, "URI.join File.join"),
    **_each(Effect.QUOTE, "JSON.generate JSON.dump JSON.pretty_generate Oj.dump"),
    **_each(Effect.QUERY, "URI.encode_www_form"),
    # Where secrets come from
    **_each(Effect.ENVIRONMENT, "ENV.fetch ENV.values_at Figaro.env.fetch"),
    **_each(
        Effect.DIG,
        "Rails.application.credentials.dig Rails.application.credentials.fetch Rails.application.secrets.dig Rails.application.config_for "
        "Rails.application.credentials.public_send ENV.dig Settings.dig",
    ),
    **_each(Effect.STORE, "gets STDIN.getpass IO.console.getpass TTY.Prompt.mask"),
    # Files and commands
    **_each(Effect.FILE, "File.read IO.read File.binread STDIN.read STDIN.gets"),
    **_each(Effect.FILE, "$stdin.read $stdin.gets ARGF.read ` Open3.capture2 File.readlines"),
    **_each(Effect.OPEN, "File.open File.new IO.popen Pathname.new"),
    # Encodings
    **_each(Effect.BASE64, "Base64.encode64 Base64.strict_encode64 Base64.urlsafe_encode64"),
    **_each(Effect.UNBASE64, "Base64.decode64 Base64.strict_decode64 Base64.urlsafe_decode64"),
    **_each(Effect.PERCENT, "CGI.escape URI.encode_www_form_component"),
    **_each(Effect.PERCENT, "URI.encode_uri_component ERB.Util.url_encode Rack.Utils.escape"),
    **_each(Effect.UNPERCENT, "CGI.unescape URI.decode_www_form_component"),
    **_each(Effect.UNPERCENT, "URI.decode_uri_component Rack.Utils.unescape"),
    **_each(Effect.DIGEST, "Digest.SHA256.hexdigest Digest.SHA1.hexdigest"),
    **_each(Effect.DIGEST, "Digest.MD5.hexdigest Digest.SHA256.digest BCrypt.Password.create"),
    **_each(Effect.DIGEST, "OpenSSL.HMAC.hexdigest OpenSSL.HMAC.digest"),
    **_each(Effect.DIGEST, "OpenSSL.HMAC.base64digest SecureRandom.hex SecureRandom.uuid"),
    # Containers
    **_each(Effect.LIST, "Array"),
    **_each(Effect.MAP, "Hash"),
}

_METHODS: Final = {
    **_each(Effect.TRIM, "strip squish strip! squish!"),
    **_each(Effect.TRIM_END, "chomp rstrip chomp! delete_suffix"),
    **_each(Effect.TRIM_START, "lstrip"),
    **_each(Effect.SAME, "to_s to_str b encode force_encoding unicode_normalize"),
    **_each(Effect.SAME, "scrub capitalize ljust rjust center html_safe"),
    **_each(Effect.COPY, "freeze dup clone itself presence to_h"),
    **_each(Effect.COPY, "to_hash compact class then symbolize_keys stringify_keys with_indifferent_access"),
    **_each(Effect.COPY, "deep_dup except slice! value value! to_a sort uniq must_be"),
    **_each(Effect.LOWER, "downcase"),
    **_each(Effect.UPPER, "upcase"),
    **_each(Effect.TURN, "reverse"),
    **_each(Effect.REPLACE, "sub gsub sub! gsub! tr"),
    **_each(Effect.SPLIT, "split"),
    **_each(Effect.LETTERS, "chars"),
    **_each(Effect.CLOSED, "join"),
    **_each(Effect.EACH, "map collect flat_map"),
    **_each(Effect.CUT_LENGTH, "slice byteslice"),
    **_each(Effect.SOME, "first last"),
    **_each(Effect.CONCAT, "concat"),
    **_each(Effect.CHARACTER, "chr"),
    **_each(Effect.PACK, "pack"),
    **_each(Effect.UNPACK, "unpack unpack1"),
    **_each(Effect.QUOTE, "inspect to_json dump"),
    **_each(Effect.GET, "fetch dig delete"),
    **_each(Effect.QUERY, "to_query to_param"),
    **_each(Effect.URL_PART, "host hostname request_uri path scheme"),
    **_each(Effect.FILE, "read gets readline readlines binread"),
    **_each(Effect.DIGEST, "length size hash empty? present? blank? nil?"),
    **_each(Effect.DIGEST, "hexdigest digest bytesize start_with? end_with? include? any? is_a?"),
    **_each(Effect.STORE, "getpass mask get_secret_value secret_string"),
    **_each(Effect.MERGED, "merge merge! reverse_merge deep_merge update"),
}

_WITH_PARAMS: Final = Signature(("url", "query", "headers"))
_WITH_BODY: Final = Signature(("url", "data", "headers"))
_WITH_HEADERS: Final = Signature(("url", "headers"))
_URL: Final = Signature(("url",))
_READING: Final = ("get", "head", "delete", "options")
_SENDING: Final = ("post", "put", "patch")


def _dialect(reading: Signature, sending: Signature) -> dict[str, Signature]:
    """Give the verbs of a client whose reading and sending calls take these arguments."""
    both = (*((verb, reading) for verb in _READING), *((verb, sending) for verb in _SENDING))
    return {verb: Signature(signature.positional, verb.upper()) for verb, signature in both}


_WITH_OPTIONS: Final = Signature(("url", "options"))
_WITH_QUERY: Final = Signature(("url", "query", "headers"))
_KEYWORD_VERBS: Final = _dialect(_WITH_OPTIONS, _WITH_OPTIONS)
_FARADAY: Final = _dialect(_WITH_PARAMS, _WITH_BODY)
_REST_CLIENT: Final = _dialect(_WITH_HEADERS, _WITH_BODY)
_NET_HTTP: Final = {
    **_dialect(_WITH_HEADERS, _WITH_BODY),
    "request": _URL,
    "request_get": Signature(("url", "headers"), "GET"),
    "request_post": Signature(("url", "data", "headers"), "POST"),
    "send_request": Signature(("method", "url", "data", "headers")),
}
_VERBS: Final = {**_KEYWORD_VERBS, "request": Signature(("method", "url")), "execute": Signature((), complete=False)}


def _module(name: str, verbs: dict[str, Signature]) -> dict[str, Signature]:
    return {f"{name}.{verb}": signature for verb, signature in verbs.items()}


_REQUESTS: Final = {
    "Net.HTTP.get": Signature(("url", "headers"), "GET"),
    "Net.HTTP.get_response": Signature(("url", "headers"), "GET"),
    "Net.HTTP.get_print": Signature(("url", "headers"), "GET"),
    "Net.HTTP.post": Signature(("url", "data", "headers"), "POST"),
    "Net.HTTP.post_form": Signature(("url", "data"), "POST"),
    "URI.open": _WITH_HEADERS,
    "OpenURI.open_uri": _WITH_HEADERS,
    **_module("Faraday", _FARADAY),
    **_module("RestClient", _REST_CLIENT),
    **_module("HTTParty", _KEYWORD_VERBS),
    **_module("Typhoeus", _KEYWORD_VERBS),
    **_module("Excon", _KEYWORD_VERBS),
    **_module("HTTPX", _KEYWORD_VERBS),
    "RestClient.Request.execute": Signature(()),
    "Excon.request": Signature(("url",)),
    "WebSocket.Client.Simple.connect": _URL,
    "Faye.WebSocket.Client": Signature(("url", "protocols", "options"), "GET"),
}

_NET_VERBS: Final = ("Get", "Post", "Put", "Patch", "Delete", "Head", "Options")
_CLIENTS: Final = {
    "Net.HTTP": Signature(("host",), scheme="https"),
    "Net.HTTP.start": Signature(("host",), scheme="https"),
    **{f"Net.HTTP.{verb}": Signature(("url", "headers"), verb.upper()) for verb in _NET_VERBS},
    "Faraday": Signature(("base", "options")),
    "Faraday.Connection": Signature(("base", "options")),
    "HTTParty": Signature((), scheme="http"),
    "HTTP": Signature(()),
    "HTTPX": Signature(()),
    "HTTPClient": Signature((), complete=False),
    "Curl.Easy": Signature(("url",)),
    "Patron.Session": Signature(()),
    "Excon": Signature(("base", "options")),
    "Typhoeus.Request": Signature(("url",)),
    "RestClient.Resource": Signature(("base", "options"), complete=False),
    "RestClient.Request": Signature(()),
    "Sawyer.Agent": Signature(("base",), complete=False),
}

_KEYWORDS: Final = {
    "url": "url",
    "base_uri": "base",
    "base_url": "base",
    "url_prefix": "base",
    "host": "host",
    "method": "method",
    "headers": "headers",
    "default_headers": "headers",
    "params": "query",
    "query": "query",
    "default_params": "query",
    **dict.fromkeys(("body", "payload", "form", "form_data"), "data"),
    "json": "json",
    "cookies": "cookies",
    "userpwd": "auth",
    "user": "user",
    "password": "password",
    "basic_auth": "auth",
    "http_basic_authentication": "auth",
    "digest_auth": "auth",
    **dict.fromkeys(_words("verify verify_ssl verify_mode ssl_verify_mode ssl_verify_peer ssl_verifypeer ssl_verifyhost"), "verify"),
    **dict.fromkeys(("ssl", "ssl_options", "ssl_context"), "tls"),
}

_LEVELS: Final = _words("debug info warn error fatal unknown warning notice log trace")

LIBRARY: Final = Library(
    holders=(("Rails", "configuration"), ("Rails", "application", "config")),
    failures=FAILURES,
    calls=_CALLS,
    methods=_METHODS,
    items={"ENV": Effect.ENVIRONMENT},
    members=_each(
        Effect.SETTING, "Rails.application.credentials Rails.application.secrets Figaro.env Rails.configuration Rails.configuration.x"
    ),
    requests=_REQUESTS,
    clients=_CLIENTS,
    verbs=_VERBS,
    builders=frozenset({"HTTP", "HTTPX"}),
    dialects={
        "Net.HTTP": _NET_HTTP,
        "Net.HTTP.start": _NET_HTTP,
        "Faraday": _FARADAY,
        "Faraday.Connection": _FARADAY,
        "HTTParty": _KEYWORD_VERBS,
        "HTTPClient": _dialect(_WITH_QUERY, Signature(("url", "data", "headers"))),
        "Curl.Easy": dict.fromkeys(("perform", "http_get", "http_post"), Signature(())),
        "HTTP": _KEYWORD_VERBS,
        "HTTPX": _KEYWORD_VERBS,
        **{f"Net.HTTP.{verb}": {} for verb in _NET_VERBS},
        "Typhoeus.Request": {"run": Signature(())},
    },
    keywords=_KEYWORDS,
    outputs={
        **dict.fromkeys(_words("puts p pp print printf ap awesome_print warn raise fail abort"), 0),
        **dict.fromkeys(_words("Sentry.capture_message Bugsnag.notify Honeybadger.notify Airbrake.notify"), 0),
        **{f"Rollbar.{level}": 0 for level in ("debug", "info", "warning", "error", "critical")},
        **dict.fromkeys(
            _words("$stdout.puts $stderr.puts STDOUT.puts STDERR.puts STDERR.write STDOUT.write $stdout.write $stderr.write"), 0
        ),
    },
    output_methods=frozenset({*_LEVELS, "puts", "say", "tagged"}),
    loggers=frozenset({"log", "logger", "logging", "$logger", "stdout", "stderr"}),
    signings={"OpenSSL.HMAC.hexdigest": 1, "OpenSSL.HMAC.digest": 1, "OpenSSL.HMAC.base64digest": 1, "OpenSSL.HMAC": 0},
    tests=frozenset(
        _words(
            """
            start_with? end_with? include? match match? =~ sub gsub sub! gsub! tr delete_prefix delete_suffix index rindex scan
            partition split eql? equal? assert_equal refute_equal assert_includes assert_match refute_match assert_requested
            refute_requested stub_request a_request eq eql be_a start_with end_with
            match_array have_requested with must_equal wont_equal casecmp casecmp? RegExp
            """
        )
    ),
    refusals=frozenset(_words("raise_error assert_raises assert_raise raise_exception must_raise")),
    unverified={"OpenSSL.SSL.VERIFY_NONE": "verify_mode"},
    records=False,
    implicit=True,
    optioned=True,
    bare=True,
    passing=frozenset(_words("new start open tap then configure build")),
    cases=frozenset(_words("it specify test scenario example context describe should")),
    url_fields={"scheme": "scheme", "host": "host", "path": "path", "query": "query"},
    hooks=frozenset({"middleware", "before_request"}),
    chained={
        "auth": "authorization",
        **dict.fromkeys(("headers", "with"), "headers"),
        "basic_auth": "auth",
        "request": "middleware",
        "authorization": "scheme",
        "add_field": "header",
        "set_form_data": "data",
        "use": "hidden",
        **dict.fromkeys(_words("timeout follow accept persistent via encoding nodelay cookies adapter response plugin"), ""),
    },
    receiver=receives("self"),
    givings=ruby_web.GIVINGS,
    giving_methods=ruby_web.GIVING_METHODS,
    filled=ruby_web.FILLED,
)
