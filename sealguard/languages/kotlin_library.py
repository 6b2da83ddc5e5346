"""What Kotlin's standard library and the packages that people call APIs with do to the values they are given, beyond Java's."""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Effect, Library, Signature, receives
from sealguard.languages import java_library, jvm_web

_CALLS: Final = {
    **java_library.CALLS,
    **dict.fromkeys(("mapOf", "mutableMapOf", "hashMapOf", "linkedMapOf"), Effect.PAIRS),
    **dict.fromkeys(
        ("listOf", "mutableListOf", "arrayOf", "arrayListOf", "setOf", "byteArrayOf", "intArrayOf", "charArrayOf"), Effect.ITEMS
    ),
    **dict.fromkeys(("HashMap", "LinkedHashMap"), Effect.MAP),
    "headersOf": Effect.PAIRS,
    **dict.fromkeys(("FreeMarkerContent", "ThymeleafContent", "MustacheContent", "PebbleContent", "VelocityContent"), Effect.ITEMS),
    "lazy": Effect.CALLED,
    "run": Effect.CALLED,
    "runBlocking": Effect.CALLED,
    "requireNotNull": Effect.COPY,
    "checkNotNull": Effect.COPY,
    "buildString": Effect.BUILT,
    "readln": Effect.STORE,
    "readLine": Effect.STORE,
    "File": Effect.OPEN,
    "Path": Effect.OPEN,
    "Url": Effect.SAME,
    "Base64.encode": Effect.BASE64,
    "Base64.Default.encode": Effect.BASE64,
    "Base64.Default.decode": Effect.UNBASE64,
    "dotenv": Effect.STORE,
}

_METHODS: Final = {
    **java_library.METHODS,
    "trimIndent": Effect.SAME,
    "trimMargin": Effect.SAME,
    "trimEnd": Effect.TRIM,
    "trimStart": Effect.SAME,
    "toByteArray": Effect.SAME,
    "encodeToByteArray": Effect.SAME,
    "decodeToString": Effect.SAME,
    "concatToString": Effect.SAME,
    "toMediaType": Effect.SAME,
    "toRequestBody": Effect.SAME,
    "toHttpUrl": Effect.SAME,
    "toUri": Effect.SAME,
    "toHttpUrlOrNull": Effect.SAME,
    "format": Effect.PRINTF,
    "plus": Effect.CONCAT,
    "lowercase": Effect.LOWER,
    "uppercase": Effect.UPPER,
    "reversed": Effect.TURN,
    "joinToString": Effect.JOINED,
    "replaceRange": Effect.CUT,
    "removeRange": Effect.CUT,
    "take": Effect.TAKEN,
    "takeLast": Effect.TAKEN,
    "readText": Effect.FILE,
    "readLines": Effect.TRIM,
    "ifEmpty": Effect.COPY,
    "ifBlank": Effect.COPY,
    "orEmpty": Effect.COPY,
    "takeIf": Effect.COPY,
    "takeUnless": Effect.COPY,
    "let": Effect.APPLIED_TO,
    "run": Effect.APPLIED_TO,
    "apply": Effect.CONFIGURED,
    "also": Effect.CONFIGURED,
    "removePrefix": Effect.PREFIX_CUT,
    "toMap": Effect.COPY,
    "default": Effect.DEFAULT,  # of clikt and kotlinx-cli
}

_URL_FIRST: Final = {verb: Signature(("url",), verb.upper()) for verb in ("get", "post", "put", "patch", "delete", "head", "options")}
_FUEL: Final = {
    **{f"Fuel.{verb}": Signature(("url", "query"), verb.upper()) for verb in ("get", "post", "put", "patch", "delete", "head")},
}

LIBRARY: Final = Library(
    calls=_CALLS,
    methods=_METHODS,
    constants={
        **java_library.CONSTANTS,
        "HttpHeaders.Accept": "Accept",
        "HttpHeaders.ContentType": "Content-Type",
        "Headers.AUTHORIZATION": "Authorization",
        **{f"HttpMethod.{verb.title()}": verb for verb in ("GET", "POST", "PUT", "PATCH", "DELETE")},
    },
    clients={
        **java_library.CLIENTS,
        **_FUEL,
        "HttpClient": Signature(()),
    },
    verbs={
        **java_library.VERBS,
        **_URL_FIRST,
        **{f"prepare{verb.title()}": signature for verb, signature in _URL_FIRST.items()},
        "request": Signature(("url",)),
        **dict.fromkeys(("responseString", "response", "responseObject", "responseJson", "awaitString"), Signature(())),
    },
    keywords={
        **java_library.KEYWORDS,
        "requestMethod": "method",
        "method": "method",
        "hostnameVerifier": "trust",
        "trustManager": "trust",
        "sslSocketFactory": "tls",
    },
    chained={
        **{name: role for name, role in java_library.CHAINED.items() if name != "apply"},
        "authentication": "hidden",
        "timeoutRead": "",
        "appendHeader": "header",
    },
    blocks={
        "header": "header",
        "append": "header",
        "set": "header",
        "bearerAuth": "bearer",
        "basicAuth": "auth",
        "parameter": "parameter",
        "url": "url",
        "setBody": "data",
        "install": "install",
        "cookie": "hidden",
        "engine": "hidden",
        **dict.fromkeys(("headers", "defaultRequest", "request"), ""),
        **dict.fromkeys(("contentType", "accept", "timeout", "expectSuccess", "userAgent", "json", "connectTimeout", "attributes"), ""),
    },
    unchained=frozenset({"HttpClient"}),
    openers=frozenset({"openConnection", "httpGet", "httpPost", "httpPut", "httpDelete"}),
    scoping=frozenset({"apply", "also", "with"}),
    outputs={
        "println": 0,
        "print": 0,
        "error": 0,
        **{f"System.{stream}.{name}": 0 for stream in ("out", "err") for name in ("print", "println", "printf")},
        **{f"Log.{level}": 1 for level in ("v", "d", "i", "w", "e", "wtf")},
        **{f"Timber.{level}": 0 for level in ("v", "d", "i", "w", "e", "wtf")},
    },
    output_methods=java_library.LOGGING,
    loggers=frozenset({"log", "logger", "logging", "timber"}),
    signings={"SecretKeySpec": 0},
    tests=java_library.TESTS
    | {"shouldBe", "assertFailsWith", "assertThat", "shouldThrow", "assertContains", "removePrefix", "shouldStartWith", "Regex", "toRegex"},
    refusals=frozenset({"assertFailsWith", "assertThrows", "shouldThrow", "assertFails", "assertThatThrownBy", "shouldThrowAny"}),
    unverified=java_library.LIBRARY.unverified,
    authorizing=java_library.LIBRARY.authorizing,
    checking=java_library.LIBRARY.checking,
    sessions=java_library.LIBRARY.sessions,
    hooks=java_library.LIBRARY.hooks,
    interceptors=java_library.LIBRARY.interceptors,
    appending=frozenset({"append"}),
    givings=jvm_web.GIVINGS,
    giving_methods={**jvm_web.GIVING_METHODS, **jvm_web.KTOR},
    routes=jvm_web.ROUTES,
    implicit=True,
    typed=True,
    built=True,
    receiver=receives("this"),
)
