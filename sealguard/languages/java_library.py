"""What Java's standard library and the packages that people call APIs with do to the values they are given.

Classes go by their own names, without their packages: imports with `*` and of the same package name no class.
"""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Effect, Library, Signature, receives
from sealguard.languages import jvm_web
from sealguard.languages.jvm_failures import FAILURES

CALLS: Final = {
    # Text
    "String": Effect.SAME,
    "String.valueOf": Effect.SAME,
    "String.format": Effect.PRINTF,
    "String.join": Effect.JOIN,
    "MessageFormat.format": Effect.FORMAT,
    **dict.fromkeys(
        ("kv", "keyValue", "StructuredArguments.kv", "StructuredArguments.keyValue", "StructuredArguments.value"), Effect.CONCAT
    ),
    "StringBuilder": Effect.CONCAT,
    "StringBuffer": Effect.CONCAT,
    "StringUtils.trim": Effect.TRIM,
    "StringUtils.strip": Effect.TRIM,
    "Objects.requireNonNull": Effect.COPY,
    "Objects.toString": Effect.SAME,
    "Objects.requireNonNullElse": Effect.CHOICE,
    "StringUtils.defaultIfBlank": Effect.CHOICE,
    "StringUtils.defaultString": Effect.CHOICE,
    "Optional.ofNullable": Effect.COPY,
    "Optional.of": Effect.COPY,
    # URLs
    "URI.create": Effect.SAME,
    **dict.fromkeys(("URI", "URL", "HttpUrl.Builder", "URIBuilder", "Uri.Builder", "UriComponentsBuilder.newInstance"), Effect.URL_NAMED),
    "UriBuilder.fromUri": Effect.SAME,
    "Uri.parse": Effect.SAME,
    "HttpUrl.parse": Effect.SAME,
    "HttpUrl.get": Effect.SAME,
    "GenericUrl": Effect.SAME,
    "URLEncoder.encode": Effect.PERCENT,
    "URLDecoder.decode": Effect.UNPERCENT,
    "UriUtils.encode": Effect.PERCENT,
    "UriComponentsBuilder.fromHttpUrl": Effect.SAME,
    "UriComponentsBuilder.fromUriString": Effect.SAME,
    # Where secrets come from
    "System.getenv": Effect.ENVIRONMENT,
    "System.getProperty": Effect.SETTING,
    "Value": Effect.PLACEHOLDER,
    **dict.fromkeys(("ConfigProperty", "Property", "Option", "Parameters"), Effect.DEFAULT),
    "Dotenv.load": Effect.STORE,
    # Files
    "Files.readString": Effect.FILE,
    "Files.readAllBytes": Effect.FILE,
    "Files.newBufferedReader": Effect.OPEN,
    "FileReader": Effect.OPEN,
    "BufferedReader": Effect.READ,
    "InputStreamReader": Effect.READ,
    "Files.readAllLines": Effect.LINES,
    # Encodings
    **{
        f"Base64.{encoder}.{name}": Effect.BASE64
        for encoder in ("getEncoder", "getUrlEncoder", "getMimeEncoder", "getEncoder.withoutPadding", "getUrlEncoder.withoutPadding")
        for name in ("encodeToString", "encode")
    },
    **{f"Base64.{decoder}.decode": Effect.UNBASE64 for decoder in ("getDecoder", "getUrlDecoder", "getMimeDecoder")},
    **dict.fromkeys(("Base64.encodeBase64String", "Base64.encodeToString", "DatatypeConverter.printBase64Binary"), Effect.BASE64),
    **dict.fromkeys(("Base64.decodeBase64", "Base64.decode", "DatatypeConverter.parseBase64Binary"), Effect.UNBASE64),
    **dict.fromkeys(("Hex.encodeHexString", "HexFormat.of.formatHex", "DatatypeConverter.printHexBinary"), Effect.HEX),
    **dict.fromkeys(("Hex.decodeHex", "HexFormat.of.parseHex", "DatatypeConverter.parseHexBinary"), Effect.UNHEX),
    "Credentials.basic": Effect.BASIC_HEADER,
    # Maps and lists
    "Map.of": Effect.PAIRS,
    "Map.entry": Effect.PAIRS,
    "Map.copyOf": Effect.MAP,
    "ImmutableMap.of": Effect.PAIRS,
    "Collections.singletonMap": Effect.PAIRS,
    "Collections.unmodifiableMap": Effect.COPY,
    "List.of": Effect.ITEMS,
    "Arrays.asList": Effect.ITEMS,
    "Collections.singletonList": Effect.ITEMS,
    **dict.fromkeys(("HashMap", "LinkedHashMap", "TreeMap", "ConcurrentHashMap", "HttpHeaders", "LinkedMultiValueMap"), Effect.MAP),
    **dict.fromkeys(("Headers.Builder", "Properties", "ObjectNode", "JSONObject"), Effect.MAP),
    "Headers.of": Effect.PAIRS,
    "JSONArray": Effect.LIST,
}

METHODS: Final = {
    "trim": Effect.TRIM,
    "strip": Effect.TRIM,
    "stripTrailing": Effect.TRIM,
    "stripLeading": Effect.SAME,
    "stripIndent": Effect.SAME,
    "toString": Effect.SAME,
    "toURL": Effect.SAME,
    "toUri": Effect.SAME,
    "getBytes": Effect.SAME,
    "toCharArray": Effect.SAME,
    "intern": Effect.SAME,
    "concat": Effect.CONCAT,
    "append": Effect.CONCAT,
    "formatted": Effect.PRINTF,
    "replace": Effect.REPLACE,
    "replaceAll": Effect.REPLACE,
    "substring": Effect.CUT,
    "toLowerCase": Effect.LOWER,
    "toUpperCase": Effect.UPPER,
    "split": Effect.SPLIT,
    "resolve": Effect.URL_JOIN,
    "orElse": Effect.CHOICE,
    "orElseGet": Effect.COPY,
    "orElseThrow": Effect.COPY,
    "getOrDefault": Effect.GET,
    "reverse": Effect.TURN,
    "readLine": Effect.FILE,
    "readAllBytes": Effect.FILE,
    "getSecretValue": Effect.STORE,
    "copy": Effect.COPY,
}

CONSTANTS: Final = {
    **dict.fromkeys(("HttpHeaders.AUTHORIZATION", "HttpHeaderNames.AUTHORIZATION", "HttpHeaders.Authorization"), "Authorization"),
    "HeaderNames.AUTHORIZATION": "Authorization",
    "HttpHeaders.ACCEPT": "Accept",
    "HttpHeaders.CONTENT_TYPE": "Content-Type",
    "HttpHeaders.USER_AGENT": "User-Agent",
    "HttpHeaders.COOKIE": "Cookie",
    **{f"HttpMethod.{verb}": verb for verb in ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")},
}

_METHODS_DECLARED: Final = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")
DECLARED: Final = {
    spelled: verb for verb in _METHODS_DECLARED for spelled in (verb, verb.title(), f"{verb.title()}Mapping", f"{verb.title()}Exchange")
} | {"RequestLine": ""}
"""Of Retrofit, JAX-RS, Micronaut, Feign with Spring's annotations, Spring's HTTP interfaces, Feign."""
QUERIES: Final = frozenset({"Query", "QueryParam", "RequestParam", "QueryValue"})

URLS: Final = {
    **dict.fromkeys(("scheme", "setScheme"), "scheme"),
    **dict.fromkeys(("host", "setHost", "authority", "encodedAuthority"), "host"),
    **dict.fromkeys(("port", "setPort"), "port"),
    **dict.fromkeys(
        (
            *("path", "setPath", "encodedPath", "pathSegment", "addPathSegment", "addPathSegments", "addEncodedPathSegments", "appendPath"),
            *("appendEncodedPath", "appendPathSegments", "replacePath", "setPathSegments"),
        ),
        "path",
    ),
    **dict.fromkeys(
        (
            *("queryParam", "addQueryParameter", "setQueryParameter", "addEncodedQueryParameter", "appendQueryParameter", "addParameter"),
            *("setParameter", "replaceQueryParam"),
        ),
        "parameter",
    ),
    **dict.fromkeys(("query", "encodedQuery", "setCustomQuery"), "query"),
    **dict.fromkeys(("newBuilder", "build", "buildUpon", "toUriString", "encode", "toUri", "toURI", "toURL", "uri", "url"), ""),
}
"""Of `HttpUrl`, `UriComponentsBuilder`, `UriBuilder`, `URIBuilder`, `Uri.Builder`."""

# Builders give themselves back.
CHAINED: Final = {
    **dict.fromkeys(("header", "setHeader", "addHeader", "defaultHeader", "headers", "defaultHeaders", "set"), "header"),
    **dict.fromkeys(("setRequestProperty", "addRequestProperty"), "header"),
    **dict.fromkeys(("url", "uri", "setUri", "setURI", "setUrl", "target", "getAbs", "postAbs", "prepareGet", "preparePost"), "url"),
    **dict.fromkeys(("baseUrl", "rootUri", "baseUri"), "base"),
    "path": "path",
    "putHeader": "header",
    **dict.fromkeys(("when", "request"), ""),
    **dict.fromkeys(("queryParam", "addQueryParameter", "queryString", "addParameter"), "parameter"),
    **dict.fromkeys(("bearerAuth", "setBearerAuth", "bearerTokenAuthentication", "oauth2"), "bearer"),
    **dict.fromkeys(("basicAuth", "basicAuthentication", "setBasicAuth"), "auth"),
    **dict.fromkeys(("bodyValue", "body", "setBody", "setEntity"), "data"),
    "sslSocketFactory": "tls,trust",
    **dict.fromkeys(("sslContext", "setSSLSocketFactory", "setSSLContext", "setSslcontext"), "tls"),
    "trustManager": "trust",
    **dict.fromkeys(("hostnameVerifier", "setHostnameVerifier", "setSSLHostnameVerifier", "setDefaultHostnameVerifier"), "trust"),
    **dict.fromkeys(("loadTrustMaterial",), ",trust"),
    **dict.fromkeys(("init",), ",trust,"),
    **dict.fromkeys(("method", "setRequestMethod"), "method,data"),
    **dict.fromkeys(
        (
            *("addInterceptor", "addNetworkInterceptor", "authenticator", "filter", "requestInterceptor", "additionalInterceptors"),
            *("interceptors", "requestInterceptors", "setDefaultCredentialsProvider", "setDefaultHeaders", "addRequestInterceptorFirst"),
            *("addRequestInterceptorLast", "addInterceptorFirst", "addInterceptorLast", "attributes", "apply", "requestFactory"),
            *("defaultRequest", "exchangeFunction", "clientConnector", "headerBuilder", "setAuthenticator"),
        ),
        "hidden",
    ),
    **dict.fromkeys(
        (
            *("build", "newBuilder", "GET", "get", "delete", "DELETE", "HEAD", "head", "options", "timeout", "connectTimeout", "version"),
            *("followRedirects", "readTimeout", "writeTimeout", "callTimeout", "accept", "contentType", "setConnectTimeout", "executor"),
            *(
                "setReadTimeout",
                "setDoOutput",
                "priority",
                "expectContinue",
                "proxy",
                "cache",
                "tag",
                "defaultRequestConfig",
                "cookieHandler",
            ),
            *("setConnectionManager", "useSystemProperties", "disableRedirectHandling", "setDefaultRequestConfig", "protocols", "copy"),
            *("connectionPool", "retryOnConnectionFailure", "codecs", "messageConverters", "defaultStatusHandler", "cookie", "setConfig"),
        ),
        "",
    ),
    **dict.fromkeys(("POST", "PUT", "PATCH", "post", "put", "patch"), "data"),
}

_SENT: Final = Signature(())
_REQUEST: Final = Signature(("url",))

VERBS: Final = {
    **dict.fromkeys(("send", "sendAsync", "newCall", "execute", "executeMethod"), _REQUEST),
    "retrieve": _REQUEST,
    **dict.fromkeys(("exchangeToMono", "exchangeToFlux", "asString", "asJson", "toEntity"), _SENT),
    **dict.fromkeys(("getInputStream", "getResponseCode", "getErrorStream", "getResponseMessage", "connect", "getOutputStream"), _SENT),
    "getForObject": Signature(("url",), "GET"),
    "getForEntity": Signature(("url",), "GET"),
    "postForObject": Signature(("url", "entity"), "POST"),
    "postForEntity": Signature(("url", "entity"), "POST"),
    "patchForObject": Signature(("url", "entity"), "PATCH"),
    "exchange": Signature(("url", "method", "entity")),
}

_INVOKING: Final = dict.fromkeys(("get", "post", "put", "invoke", "buildGet"), _SENT)
_ASSURED: Final = {verb: Signature(("url",), verb.upper()) for verb in ("get", "post", "put", "patch", "delete", "head")}
DIALECTS: Final = {
    "ClientBuilder.newClient": _INVOKING,
    "ClientBuilder.newBuilder": _INVOKING,
    "given": _ASSURED,
    "RestAssured.given": _ASSURED,
}
"""Of JAX-RS and REST Assured."""

CLIENTS: Final = {
    "HttpRequest.newBuilder": Signature(("url",)),
    "HttpClient.newHttpClient": _SENT,
    "HttpClient.newBuilder": _SENT,
    "Request.Builder": Signature(("url",)),
    "OkHttpClient": _SENT,
    "OkHttpClient.Builder": _SENT,
    "openConnection": Signature(("url",)),
    **{
        name: Signature(("url",), name[4:].upper())
        for name in ("HttpGet", "HttpPost", "HttpPut", "HttpDelete", "HttpPatch", "HttpHead", "HttpOptions")
    },
    "RequestBuilder.get": Signature(("url",), "GET"),
    "RequestBuilder.post": Signature(("url",), "POST"),
    "ClassicRequestBuilder.get": Signature(("url",), "GET"),
    "ClassicRequestBuilder.post": Signature(("url",), "POST"),
    **dict.fromkeys(("HttpClients.createDefault", "HttpClientBuilder.create", "HttpClients.custom", "HttpAsyncClients.custom"), _SENT),
    "RestTemplate": _SENT,
    "RestTemplateBuilder": Signature((), complete=False),
    "TestRestTemplate": Signature((), complete=False),
    "RestClient.create": Signature(("base",)),
    "RestClient.builder": _SENT,
    "WebClient.create": Signature(("base",)),
    "WebClient.builder": _SENT,
    "HttpEntity": _SENT,
    "ClientRequest.from": Signature((), complete=False),
    "ClientRequest.create": Signature(("method", "url")),
    "RequestEntity.get": Signature(("url",), "GET"),
    "RequestEntity.post": Signature(("url",), "POST"),
    "Unirest.get": Signature(("url",), "GET"),
    "Unirest.post": Signature(("url",), "POST"),
    "Unirest.put": Signature(("url",), "PUT"),
    "Unirest.delete": Signature(("url",), "DELETE"),
    "Jsoup.connect": Signature(("url",), "GET"),
    **dict.fromkeys(("ClientBuilder.newClient", "ClientBuilder.newBuilder", "given", "RestAssured.given"), Signature((), complete=False)),
    "Dsl.asyncHttpClient": Signature((), complete=False),
    **{f"HttpRequest.{verb}": Signature(("url",), verb) for verb in ("GET", "POST", "PUT", "PATCH", "DELETE")},
    **{f"Request.{verb}": Signature(("url",), verb.upper()) for verb in ("get", "post", "put", "patch", "delete")},
    "SSLContext.getInstance": _SENT,
    "SSLContexts.custom": _SENT,
    "SSLContextBuilder": _SENT,
    "SSLContextBuilder.create": _SENT,
}

INJECTED: Final = {
    "RestTemplate": "RestTemplate",
    "OkHttpClient": "OkHttpClient",
    "HttpClient": "HttpClient.newHttpClient",
    "RestClient": "RestClient.create",
    "RestClient.Builder": "RestClient.builder",
    "WebClient": "WebClient.create",
    "WebClient.Builder": "WebClient.builder",
}

KEYWORDS: Final = {
    "headers": "headers",
    "url": "url",
}

OUTPUTS: Final = {
    **{f"System.{stream}.{name}": 0 for stream in ("out", "err") for name in ("print", "println", "printf", "format")},
    **{f"Log.{level}": 1 for level in ("v", "d", "i", "w", "e", "wtf")},
    **{f"Timber.{level}": 0 for level in ("v", "d", "i", "w", "e", "wtf")},
    "MDC.put": 1,
    "MDC.putCloseable": 1,
    "Sentry.captureMessage": 0,
    "Sentry.setTag": 1,
    "Sentry.setExtra": 1,
}
LOGGERS: Final = frozenset({"log", "logger", "logging", "firebasecrashlytics", "crashlytics"})

LOGGING: Final = frozenset(
    [
        *("addKeyValue", "addArgument", "setMessage", "tracef", "debugf", "infof", "warnf", "errorf", "fatalf"),
        *("trace", "debug", "info", "warn", "warning", "error", "fatal", "severe", "fine", "finer", "finest", "config", "log", "atInfo"),
    ]
)

TESTS: Final = frozenset(
    [
        *("startsWith", "endsWith", "contains", "equals", "equalsIgnoreCase", "indexOf", "matches", "compile", "matcher", "replace"),
        *("replaceAll", "replaceFirst", "split", "regionMatches", "compareTo", "contentEquals"),
        *("assertEquals", "assertNotEquals", "assertTrue", "assertFalse", "assertThrows", "isEqualTo", "isNotEqualTo", "hasMessage"),
        *("hasMessageContaining", "startsWithIgnoringCase", "assertThatThrownBy", "containsString", "equalTo", "doesNotContain"),
        "Headers",  # an annotation whose templates are filled by Feign and Retrofit
    ]
)

LIBRARY: Final = Library(
    failures=FAILURES,
    calls=CALLS,
    methods=METHODS,
    constants=CONSTANTS,
    clients=CLIENTS,
    verbs=VERBS,
    keywords=KEYWORDS,
    chained=CHAINED,
    dialects=DIALECTS,
    urls=URLS,
    declared=DECLARED,
    query_decorators=QUERIES,
    openers=frozenset({"openConnection"}),
    outputs=OUTPUTS,
    output_methods=LOGGING,
    loggers=LOGGERS,
    signings={"SecretKeySpec": 0},
    tests=TESTS,
    refusals=frozenset({"assertThrows", "assertThatThrownBy", "assertThatExceptionOfType", "isInstanceOf", "hasMessageContaining"}),
    unverified={
        "NoopHostnameVerifier.INSTANCE": "",
        "NoopHostnameVerifier": "",
        "TrustAllStrategy.INSTANCE": "",
        "TrustAllStrategy": "",
        "SSLConnectionSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER": "",
        "InsecureTrustManagerFactory.INSTANCE": "",
        "AllowAllHostnameVerifier": "",
    },
    authorizing={"setBearerAuth": "Bearer", "setBasicAuth": "Basic", "bearer": "Bearer"},
    checking=frozenset({"checkServerTrusted"}),
    sessions=frozenset({"SSLSession"}),
    hooks=frozenset({"intercept"}),
    interceptors=frozenset({"addInterceptor", "addNetworkInterceptor", "Interceptor"}),
    accessors=True,
    appending=frozenset({"append"}),
    givings=jvm_web.GIVINGS,
    giving_methods=jvm_web.GIVING_METHODS,
    routes=jvm_web.ROUTES,
    implicit=True,
    sections=frozenset({"ConfigurationProperties", "ConfigMapping", "ConfigurationPropertiesBinding", "ConfigProperties"}),
    wrappers=frozenset({"ObjectProvider", "Provider", "Supplier", "Instance", "Lazy"}),
    unwrapping=frozenset({"get", "getObject", "getIfAvailable", "value"}),
    injected=INJECTED,
    typed=True,
    built=True,
    receiver=receives("this"),
)
