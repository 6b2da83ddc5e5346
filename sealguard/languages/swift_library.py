"""What Foundation, and the packages that people call APIs with in Swift, do to the values they are given."""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Effect, Library, Signature, receives

_CALLS: Final = {
    # Text
    "String": Effect.TEXT_MADE,
    "URL": Effect.SAME,
    "URLComponents": Effect.URL_NAMED,
    "NSURL": Effect.SAME,
    "Substring": Effect.SAME,
    "String.init": Effect.SAME,
    "JSONEncoder": Effect.NAME,
    # Where secrets come from
    "getenv": Effect.ENVIRONMENT,
    "Environment.get": Effect.ENVIRONMENT,
    "Bundle.main.object": Effect.SETTING,
    "Bundle.main.infoDictionary": Effect.SETTING,
    "KeychainWrapper.standard.string": Effect.STORE,
    "readLine": Effect.STORE,
    "getpass": Effect.STORE,
    # Encodings
    "Data": Effect.SAME,
    "HMAC<SHA256>.authenticationCode": Effect.DIGEST,
    "SHA256.hash": Effect.DIGEST,
    # Headers
    "HTTPHeader": Effect.HEADER,
    "authorization": Effect.HEADER,
    "HTTPHeader.authorization": Effect.HEADER,
    "HTTPHeaders": Effect.MAP,
    "URLQueryItem": Effect.HEADER,
    "Dictionary": Effect.MAP,
}

_METHODS: Final = {
    "trimmingCharacters": Effect.TRIM,
    "lowercased": Effect.LOWER,
    "uppercased": Effect.UPPER,
    "appending": Effect.URL_UNDER,
    "appendingPathComponent": Effect.URL_UNDER,
    "replacingOccurrences": Effect.REPLACE,
    "addingPercentEncoding": Effect.PERCENT,
    "removingPercentEncoding": Effect.UNPERCENT,
    "base64EncodedString": Effect.BASE64,
    "data": Effect.SAME,
    "reversed": Effect.REVERSE,
    "joined": Effect.JOINED,
    "components": Effect.SPLIT,
    "split": Effect.SPLIT,
    "prefix": Effect.PART,
    "suffix": Effect.PART,
    "description": Effect.SAME,
}

_URL: Final = ("url",)
_FOR: Final = Signature(_URL)
_SENT: Final = ("data", "dataTask", "dataTaskPublisher", "download", "downloadTask", "upload", "uploadTask", "bytes", "webSocketTask")

LIBRARY: Final = Library(
    calls=_CALLS,
    methods=_METHODS,
    items={"ProcessInfo.processInfo.environment": Effect.ENVIRONMENT},
    requests={
        **{f"URLSession.shared.{name}": _FOR for name in _SENT},
        "AF.request": _FOR,
        "Alamofire.request": _FOR,
        "Alamofire.AF.request": _FOR,
        "AF.download": _FOR,
        "AF.upload": Signature(("data",)),
        "NSURLConnection.sendSynchronousRequest": _FOR,
    },
    clients={
        "URLRequest": Signature(_URL),
        "NSMutableURLRequest": Signature(_URL),
        "URLSession": Signature((), complete=False),
        "Session": Signature((), complete=False),
        "HTTPClientRequest": Signature(_URL, complete=False),
        "Alamofire.Session": Signature((), complete=False),
        "MoyaProvider": Signature((), complete=False),
    },
    verbs={
        **dict.fromkeys(_SENT, Signature(_URL, complete=False)),
        "request": Signature(_URL, complete=False),
        "get": Signature(_URL, "GET", complete=False),
        "post": Signature(_URL, "POST", complete=False),
        "put": Signature(_URL, "PUT", complete=False),
        "execute": Signature(_URL, complete=False),
    },
    keywords={
        "url": "url",
        "URL": "url",
        "for": "url",
        "from": "url",
        "with": "url",
        "httpMethod": "method",
        "method": "method",
        "headers": "headers",
        "allHTTPHeaderFields": "headers",
        "httpAdditionalHeaders": "headers",
        "interceptor": "headers",
        "parameters": "query",
        "httpBody": "data",
        "body": "data",
        "serverTrustManager": "tls",
    },
    url_fields={"scheme": "scheme", "host": "host", "path": "path", "query": "query", "percentEncodedPath": "path"},
    labels=frozenset({"forHTTPHeaderField"}),
    interceptors=frozenset({"adapt", "intercept", "willSend"}),
    accepting={
        "URLCredential(trust)": frozenset(
            {"SecTrustEvaluateWithError", "SecTrustEvaluate", "SecTrustEvaluateAsyncWithError", "SecTrustSetAnchorCertificates"}
        )
    },
    unverified={"DisabledTrustEvaluator": "", "DisabledEvaluator": "", "Alamofire.DisabledTrustEvaluator": ""},
    outputs={
        **dict.fromkeys(("print", "debugPrint", "dump", "NSLog", "os_log", "fatalError", "preconditionFailure", "assertionFailure"), 0),
        "FileHandle.standardError.write": 0,
    },
    output_methods=frozenset(["debug", "info", "notice", "warning", "error", "critical", "fault", "trace", "log", "verbose"]),
    loggers=frozenset({"log", "logger", "_log", "_logger"}),
    signings={"HMAC<SHA256>.authenticationCode": 1, "SymmetricKey": 0},
    tests=frozenset(
        [
            *(
                "hasPrefix",
                "hasSuffix",
                "contains",
                "range",
                "replacingOccurrences",
                "components",
                "split",
                "XCTAssertEqual",
                "XCTAssertTrue",
            ),
            *("XCTAssertFalse", "XCTAssertNotEqual", "XCTAssertThrowsError", "starts", "matches"),
        ]
    ),
    refusals=frozenset({"XCTAssertThrowsError"}),
    storages={"UserDefaults.standard.set": (-1, 0), "UserDefaults.standard.setValue": (-1, 0)},
    built=True,
    implicit=True,
    records=True,
    attributes=False,
    receiver=receives("self"),
)
