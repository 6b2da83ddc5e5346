"""What PHP's functions and the packages that people call APIs with do to the values they are given."""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Effect, Library, Signature, receives
from sealguard.languages import php_web
from sealguard.languages.php_failures import FAILURES


def _words(names: str) -> tuple[str, ...]:
    return tuple(names.split())


def _each(effect: Effect, names: str) -> dict[str, Effect]:
    return dict.fromkeys(_words(names), effect)


_CALLS: Final = {
    **dict.fromkeys(("GuzzleHttp.Psr7.Uri", "Nyholm.Psr7.Uri", "Laminas.Diactoros.Uri", "Slim.Psr7.Uri"), Effect.URL_NAMED),
    **dict.fromkeys(("GuzzleHttp.Psr7.Uri.fromParts", "League.Uri.Uri.fromComponents", "League.Uri.Http.fromComponents"), Effect.URL_NAMED),
    "compact": Effect.COMPACT,
    # Text
    **_each(Effect.TRIM, "trim mb_trim sanitize_text_field sanitize_key"),
    **_each(Effect.TRIM_END, "rtrim chop mb_rtrim untrailingslashit"),
    **_each(Effect.TRIM_START, "ltrim mb_ltrim"),
    **_each(
        Effect.SAME, "strval esc_url_raw esc_url utf8_encode nl2br wordwrap ucfirst lcfirst ucwords str_pad wp_unslash trailingslashit"
    ),
    **_each(Effect.LOWER, "strtolower mb_strtolower"),
    **_each(Effect.UPPER, "strtoupper mb_strtoupper"),
    **_each(Effect.CUT_LENGTH, "substr mb_substr"),
    **_each(Effect.PRINTF, "sprintf"),
    **_each(Effect.PRINTF_LIST, "vsprintf"),
    **_each(Effect.JOIN, "implode join"),
    **_each(Effect.SPLIT, "explode mb_split"),
    **_each(Effect.LETTERS, "str_split mb_str_split"),
    **_each(Effect.REPLACE, "str_replace preg_replace str_ireplace"),
    **_each(Effect.REPLACE_PAIRS, "strtr"),
    **_each(Effect.QUOTE, "json_encode wp_json_encode var_export serialize addslashes escapeshellarg"),
    **_each(Effect.COPY, "http_build_query print_r add_query_arg"),
    # Where secrets come from
    **_each(Effect.ENVIRONMENT, "getenv env Illuminate.Support.Env.get Env.get apache_getenv"),
    **_each(Effect.SETTING, "config get_option get_site_option get_network_option get_transient get_theme_mod variable_get"),
    **_each(Effect.SETTING, "Config.get Illuminate.Support.Facades.Config.get Configuration.get Configure.read Cake.Core.Configure.read"),
    **_each(Effect.SETTING, "Illuminate.Support.Facades.Cache.get Cache.get Drupal.config"),
    **_each(Effect.STORE, "decrypt Crypt.decrypt Crypt.decryptString Illuminate.Support.Facades.Crypt.decryptString readline"),
    # Files and commands
    **_each(Effect.FILE, "file_get_contents shell_exec exec system passthru fgets fread stream_get_contents fgetc fscanf readfile"),
    **_each(Effect.FILE, "Illuminate.Support.Facades.File.get File.get Illuminate.Support.Facades.Storage.get Storage.get"),
    **_each(Effect.OPEN, "fopen popen proc_open"),
    **_each(Effect.LINES, "file"),
    # Encodings
    **_each(Effect.BASE64, "base64_encode sodium_bin2base64"),
    **_each(Effect.UNBASE64, "base64_decode sodium_base642bin"),
    **_each(Effect.HEX, "bin2hex sodium_bin2hex"),
    **_each(Effect.UNHEX, "hex2bin sodium_hex2bin"),
    **_each(Effect.PERCENT, "rawurlencode urlencode"),
    **_each(Effect.UNPERCENT, "rawurldecode urldecode"),
    **_each(Effect.CHARACTER, "chr mb_chr"),
    **_each(Effect.TURN, "strrev"),
    **_each(Effect.PACK, "pack"),
    **_each(Effect.ROT13, "str_rot13"),
    **_each(Effect.DIGEST, "hash hash_hmac md5 sha1 crc32 password_hash password_verify strlen mb_strlen count isset empty is_string"),
    **_each(
        Effect.DIGEST, "is_null is_array gettype get_debug_type hash_equals boolval intval defined filter_var random_bytes uniqid time"
    ),
    # Containers and functions
    **_each(Effect.MAP, "array_merge array_replace array_merge_recursive array_replace_recursive wp_parse_args"),
    **_each(Effect.COPY, "array_filter array_values array_unique collect array_change_key_case"),
    **_each(Effect.REVERSE, "array_reverse"),
    **_each(Effect.APPLY, "array_map"),
    **_each(
        Effect.NAME, "curl_exec curl_close curl_getinfo curl_error curl_errno curl_multi_add_handle curl_reset json_decode is_wp_error"
    ),
    **_each(Effect.NAME, "wp_remote_retrieve_body wp_remote_retrieve_response_code"),
}

_METHODS: Final = {
    **_each(Effect.TRIM, "trim"),
    **_each(Effect.SAME, "toString __toString value toHtml getValue"),
    **_each(Effect.LOWER, "lower"),
    **_each(Effect.UPPER, "upper"),
    **_each(Effect.FILE, "getContents fgets fread"),
    **_each(Effect.STORE, "getSecret getSecretValue decrypt decryptString"),
}

_OPTIONED: Final = ("url", "options")
_VERBS: Final = {
    **{verb: Signature(_OPTIONED, verb.upper()) for verb in ("get", "head", "delete", "post", "put", "patch")},
    **{f"{verb}Async": Signature(_OPTIONED, verb.upper()) for verb in ("get", "head", "delete", "post", "put", "patch")},
    "request": Signature(("method", "url", "options")),
    "requestAsync": Signature(("method", "url", "options")),
    "send": Signature(("url", "options")),
    "sendAsync": Signature(("url", "options")),
    "sendRequest": Signature(("url",)),
    "createRequest": Signature(("method", "url"), complete=False),
}
_LARAVEL_VERBS: Final = {
    "get": Signature(("url", "query"), "GET"),
    "head": Signature(("url", "query"), "HEAD"),
    **{verb: Signature(("url", "data"), verb.upper()) for verb in ("post", "put", "patch", "delete")},
    "send": Signature(("method", "url", "options")),
}
_FACADES: Final = ("Illuminate.Support.Facades.Http", "Http")
_WORDPRESS: Final = {
    f"wp_{safe}remote_{verb}": Signature(_OPTIONED, "" if verb == "request" else verb.upper())
    for safe in ("", "safe_")
    for verb in ("get", "post", "head", "request")
}

_REQUESTS: Final = {
    **_WORDPRESS,
    "file_get_contents": Signature(("url", "", "context"), "GET"),
    "fopen": Signature(("url", "", "", "context"), "GET"),
    "file": Signature(("url", "", "context"), "GET"),
    "readfile": Signature(("url", "", "context"), "GET"),
    "get_headers": Signature(("url", "", "context"), "HEAD"),
    "copy": Signature(("url",), "GET"),
    "simplexml_load_file": Signature(("url",), "GET", complete=False),
    "vip_safe_wp_remote_get": Signature(("url",), "GET", complete=False),
    "drupal_http_request": Signature(_OPTIONED),
    "Unirest.Request.get": Signature(("url", "headers", "query"), "GET"),
    "Unirest.Request.post": Signature(("url", "headers", "data"), "POST"),
    "WpOrg.Requests.Requests.get": Signature(("url", "headers", "tls"), "GET"),
    "WpOrg.Requests.Requests.post": Signature(("url", "headers", "data", "tls"), "POST"),
    "Requests.get": Signature(("url", "headers", "tls"), "GET"),
    "Requests.post": Signature(("url", "headers", "data", "tls"), "POST"),
}

_MADE: Final = Signature(("options",))
_CLIENTS: Final = {
    "GuzzleHttp.Client": _MADE,
    "Client": Signature(("options",), complete=False),
    "GuzzleHttp.Psr7.Request": Signature(("method", "url", "headers", "data")),
    "Nyholm.Psr7.Request": Signature(("method", "url", "headers", "data")),
    "Symfony.Component.HttpClient.HttpClient.create": _MADE,
    "Symfony.Component.HttpClient.HttpClient.createForBaseUri": Signature(("base", "options")),
    "Symfony.Component.HttpClient.CurlHttpClient": _MADE,
    "Symfony.Component.HttpClient.NativeHttpClient": _MADE,
    "Symfony.Component.HttpClient.ScopingHttpClient.forBaseUri": Signature(("client", "base", "options")),
    **{facade: Signature(()) for facade in _FACADES},
    "curl_init": Signature(("url",)),
    "SoapClient": Signature(("url", "options"), complete=False),
    "Buzz.Browser": Signature((), complete=False),
    "Cake.Http.Client": _MADE,
    "yii.httpclient.Client": _MADE,
    "Config.Services.curlrequest": _MADE,
}
_MAKING: Final = frozenset({"GuzzleHttp.Psr7.Request", "Nyholm.Psr7.Request"})

_KEYWORDS: Final = {
    "url": "url",
    **dict.fromkeys(("base_uri", "baseUrl", "baseURI"), "base"),
    "base_url": "base",
    "headers": "headers",
    "header": "headers",
    "query": "query",
    "method": "method",
    **dict.fromkeys(("form_params", "body", "multipart", "content", "data"), "data"),
    "json": "json",
    "auth": "auth",
    "auth_basic": "auth",
    "auth_bearer": "bearer",
    "cookies": "cookies",
    **dict.fromkeys(("verify", "sslverify", "verify_peer", "verify_host", "verify_peer_name"), "verify"),
    **dict.fromkeys(("ssl", "stream_context"), "tls"),
    # Options of a curl handle
    "CURLOPT_URL": "url",
    "CURLOPT_HTTPHEADER": "headers",
    "CURLOPT_CUSTOMREQUEST": "method",
    "CURLOPT_POSTFIELDS": "data",
    "CURLOPT_COOKIE": "cookies",
    "CURLOPT_USERPWD": "auth",
    "CURLOPT_USERNAME": "auth",
    "CURLOPT_XOAUTH2_BEARER": "bearer",
    "CURLOPT_SSL_VERIFYPEER": "verify",
    "CURLOPT_SSL_VERIFYHOST": "verify",
}

_CURL: Final = _words(
    """
    URL HTTPHEADER CUSTOMREQUEST POSTFIELDS COOKIE USERPWD USERNAME PASSWORD XOAUTH2_BEARER SSL_VERIFYPEER SSL_VERIFYHOST HTTPAUTH HTTPGET
    POST PUT NOBODY HEADER RETURNTRANSFER TIMEOUT TIMEOUT_MS CONNECTTIMEOUT CONNECTTIMEOUT_MS FOLLOWLOCATION MAXREDIRS ENCODING
    ACCEPT_ENCODING USERAGENT REFERER CAINFO CAPATH SSLVERSION SSLCERT SSLKEY SSL_VERIFYSTATUS PROXY PROXYPORT PROXYUSERPWD HTTP_VERSION
    FAILONERROR VERBOSE STDERR HEADERFUNCTION WRITEFUNCTION READFUNCTION FILE INFILE INFILESIZE UPLOAD COOKIEJAR COOKIEFILE FRESH_CONNECT
    FORBID_REUSE PORT IPRESOLVE TCP_KEEPALIVE NOSIGNAL AUTOREFERER DNS_CACHE_TIMEOUT PROTOCOLS PROTOCOLS_STR REDIR_PROTOCOLS PRIVATE
    BINARYTRANSFER
    """
)
_GUZZLE: Final = _words(
    "AUTH BODY COOKIES FORM_PARAMS HEADERS JSON MULTIPART QUERY VERIFY TIMEOUT CONNECT_TIMEOUT HTTP_ERRORS ALLOW_REDIRECTS"
)

_LEVELS: Final = _words(
    "debug info notice warning warn error critical alert emergency log addDebug addInfo addWarning addError addCritical addNotice"
)

LIBRARY: Final = Library(
    failures=FAILURES,
    calls=_CALLS,
    methods=_METHODS,
    subjects={**dict.fromkeys(("explode", "mb_split"), 1), **dict.fromkeys(("str_replace", "preg_replace", "str_ireplace"), 2)},
    items={"_ENV": Effect.ENVIRONMENT, "_SERVER": Effect.ENVIRONMENT},
    urls={
        "withScheme": "scheme",
        "withHost": "host",
        "withPort": "port",
        "withPath": "path",
        "withQuery": "query",
        "withFragment": "",
    },
    constants={
        **{f"CURLOPT_{name}": f"CURLOPT_{name}" for name in _CURL},
        **{f"RequestOptions.{name}": name.lower() for name in _GUZZLE},
        "PHP_EOL": "\n",
        "RequestOptions.BASE_URI": "base_uri",
    },
    requests=_REQUESTS,
    clients=_CLIENTS,
    verbs=_VERBS,
    builders=frozenset(_FACADES),
    dialects={
        **dict.fromkeys(_FACADES, _LARAVEL_VERBS),
        "Buzz.Browser": {verb: Signature(("url", "headers", "data"), verb.upper()) for verb in ("get", "post", "put", "patch", "delete")},
        "Cake.Http.Client": {
            verb: Signature(("url", "data", "options"), verb.upper()) for verb in ("get", "post", "put", "patch", "delete")
        },
        "yii.httpclient.Client": {
            verb: Signature(("url", "data", "headers", "options"), verb.upper()) for verb in ("get", "post", "put", "patch", "delete")
        },
    },
    handles={"curl_init": frozenset({"curl_setopt", "curl_setopt_array"})},
    keywords=_KEYWORDS,
    outputs={
        **dict.fromkeys(
            ("echo", "print", "print_r", "printf", "vprintf", "var_dump", "error_log", "trigger_error", "exit", "die", "dd", "dump", "ray"),
            0,
        ),
        **dict.fromkeys(("syslog", "fwrite", "fputs", "fprintf", "_doing_it_wrong"), 1),
        **{f"WP_CLI.{name}": 0 for name in ("log", "line", "success", "warning", "error", "debug")},
        **{f"{facade}.{level}": 0 for facade in ("Log", "Illuminate.Support.Facades.Log") for level in _LEVELS[:9]},
        "Sentry.captureMessage": 0,
        "info": 0,
        "logger": 0,
        "wp_die": 0,
    },
    streams=frozenset({"fwrite", "fputs", "fprintf"}),
    returning=frozenset({"print_r", "var_export"}),
    output_methods=frozenset(
        {*_LEVELS, "writeln", "line", "comment", "write", "success", "text", "note", "caution", "table", "listing", "block"}
    ),
    loggers=frozenset({"log", "logger", "monolog", "watchdog", "output", "io"}),
    signings={"hash_hmac": 2, "sodium_crypto_auth": 1},
    tests=frozenset(
        _words(
            """
            str_starts_with str_ends_with str_contains strpos stripos strstr strncmp strncasecmp strcmp strcasecmp preg_match
            preg_match_all preg_replace str_replace preg_quote substr_compare parse_url in_array assertSame assertEquals assertNotSame
            assertNotEquals assertStringStartsWith assertStringNotStartsWith assertStringContainsString assertMatchesRegularExpression
            assertStringNotContainsString assertTrue assertFalse assertThat assertSent assertNotSent with toBe toEqual toStartWith
            toContain startsWith endsWith is contains
            """
        )
    ),
    refusals=frozenset({"throws", "toThrow"}),
    expectations=frozenset(
        {"expectException", "expectExceptionMessage", "expectExceptionObject", "expectExceptionCode", "setExpectedException"}
    ),
    unverified={},
    records=False,
    optioned=True,
    cases=frozenset({"it", "test"}),
    hooks=frozenset({"handler", "withMiddleware", "withRequestMiddleware", "beforeSending", "globalRequestMiddleware", "globalOptions"}),
    chained={
        "withToken": "bearer",
        "withHeaders": "headers",
        "replaceHeaders": "headers",
        "withHeader": "header",
        "withAddedHeader": "header",
        "baseUrl": "base",
        "withBasicAuth": "auth",
        "withDigestAuth": "auth",
        "withoutVerifying": "unverified",
        "withOptions": "options",
        "withQueryParameters": "query",
        "withBody": "data",
        "withCookies": "cookies",
        **dict.fromkeys(
            _words(
                """
                acceptJson accept asJson asForm asMultipart contentType timeout connectTimeout retry throw throwIf throwUnless
                withUserAgent withoutRedirecting async maxRedirects sink attach dontTruncateExceptions withProtocolVersion dump
                """
            ),
            "",
        ),
    },
    receiver=receives("this"),
    givings=php_web.GIVINGS,
    giving_methods=php_web.GIVING_METHODS,
)
