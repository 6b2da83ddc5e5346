"""What JavaScript keeps in a browser, gives to the client that asked, or hands over when it is bundled."""

from __future__ import annotations

import re
from typing import Final

from sealguard.flow.library import Giving, Handed

_JSON: Final = "a JSON body"
_BODY: Final = "a response's body"
_CONTEXT: Final = "a template's context"
_HEADER: Final = "a response header"
_COOKIE: Final = "a cookie without 'HttpOnly'"
_ANSWERS: Final = frozenset({"res", "response", "reply", "resp", "ctx", "context", "c", "rep", "h"})
_FIRST: Final = (0, 1)
_ONLY_VALUE: Final = (-1, 0)
_EVENTS: Final = frozenset({"event", "h3event", "e", "evt"})

STORAGES: Final = {
    **{f"{store}.setItem": _FIRST for store in ("localStorage", "sessionStorage", "AsyncStorage", "localforage", "localForage")},
    "async-storage.setItem": _FIRST,
    "async-storage.default.setItem": _FIRST,
    "localforage.default.setItem": _FIRST,
    "Cookies.set": _FIRST,
    "$cookies.set": _FIRST,
    "MMKV.set": _FIRST,
    "Preferences.set": _ONLY_VALUE,
    **{f"{app}.{name}": _FIRST for app in ("wx", "uni", "my", "swan") for name in ("setStorageSync",)},
    "js-cookie.set": _FIRST,
    "js-cookie.default.set": _FIRST,
    "idb-keyval.set": _FIRST,
    **dict.fromkeys(("useLocalStorage", "useSessionStorage", "core.useLocalStorage", "core.useSessionStorage", "core.useStorage"), _FIRST),
    "objectStore.put": _ONLY_VALUE,
    "objectStore.add": _ONLY_VALUE,
}
CELLS: Final = frozenset({"useCookie", "useLocalStorage", "useSessionStorage", "useStorage"})
STORES: Final = frozenset({"localStorage", "sessionStorage", "document.cookie"})

GIVINGS: Final = {
    "NextResponse.json": Giving(_JSON, headed=True),
    "next.server.NextResponse.json": Giving(_JSON, headed=True),
    "Response.json": Giving(_JSON, headed=True),
    "NextResponse": Giving(_BODY, headed=True),
    "Response": Giving(_BODY, headed=True),
    "node.json": Giving(_JSON, headed=True),
    "cloudflare.json": Giving(_JSON, headed=True),
    "kit.json": Giving(_JSON, headed=True),
    **dict.fromkeys(("router.data", "react-router.data"), Giving(_JSON, headed=True)),
    "node.defer": Giving(_JSON),
    "ContentService.createTextOutput": Giving(_BODY),
    "HtmlService.createHtmlOutput": Giving(_BODY),
    "cookies.set": Giving(_COOKIE, pair=True, guard="httponly"),
    **dict.fromkeys(("h3.setCookie", "setCookie"), Giving(_COOKIE, skip=1, pair=True, guard="httponly", into=_EVENTS)),
    "__rendered__": Giving("a rendered attribute"),
}
"""`__rendered__` is what the reader of components puts around the expressions of a template that a server fills."""

GIVING_METHODS: Final = {
    "json": Giving(_JSON, owners=_ANSWERS),
    "response": Giving(_BODY, owners=frozenset({"h"})),
    "writeHead": Giving(_HEADER, skip=1, most=2, owners=_ANSWERS),
    "jsonp": Giving(_JSON, owners=_ANSWERS),
    "send": Giving(_BODY, owners=_ANSWERS),
    "end": Giving(_BODY, owners=_ANSWERS),
    "write": Giving(_BODY, owners=_ANSWERS),
    "html": Giving(_BODY, owners=_ANSWERS),
    "text": Giving(_BODY, owners=_ANSWERS),
    "render": Giving(_CONTEXT, skip=1, owners=_ANSWERS),
    "view": Giving(_CONTEXT, skip=1, owners=_ANSWERS),
    "cookie": Giving(_COOKIE, pair=True, guard="httponly", owners=_ANSWERS),
    "setCookie": Giving(_COOKIE, pair=True, guard="httponly", owners=_ANSWERS),
    "setHeader": Giving(_HEADER, pair=True, owners=_ANSWERS),
    "header": Giving(_HEADER, pair=True, owners=_ANSWERS),
    "set": Giving(_HEADER, pair=True, owners=_ANSWERS),
}

FILLED: Final = {
    "ctx.body": _BODY,
    "res.locals": _CONTEXT,
    "app.locals": _CONTEXT,
    "ctx.state": _CONTEXT,
}

HANDLERS: Final = frozenset({"defineEventHandler", "eventHandler", "cachedEventHandler", "defineCachedEventHandler"})
ROUTERS: Final = frozenset({"get", "post", "put", "patch", "delete", "all"})
PROCEDURES: Final = dict.fromkeys(("query", "mutation", "subscription"), r"(?i)procedure\b") | {"handler": r"(?i)procedure\b|^os\."}
"""tRPC's and oRPC's."""
ROUTES: Final = frozenset({"Get", "Post", "Put", "Patch", "Delete", "All", "Render", "Query", "ResolveField"})
_PROPS: Final = "page props"
_REMIX: Final = r"@remix-run/|/\+types/|\./\+types|\A(?:\S*/)?app/(?:routes/|root\.)"
"""Or where React Router, which also has loaders that browsers run, keeps the modules of its routes as a framework."""
_LOAD: Final = r"^\S*\+(?:page|layout)\.server\.[jt]s"
SERVERS: Final = {
    "getServerSideProps": "",
    "getStaticProps": "",
    "getStaticPaths": "",
    "loader": _REMIX,
    "action": _REMIX,
    "load": _LOAD,
    "headers": _REMIX,
}
"""Functions of a page's module that bundlers take out of what the browser gets."""
ANSWERING: Final = {
    "getServerSideProps": _PROPS,
    "getStaticProps": _PROPS,
    "getInitialProps": _PROPS,
    "loader": "a loader's data",
    "load": "a page's data",
    "headers": "a response header",
}

DEFINERS: Final = {
    **{f"{package}DefinePlugin": "'DefinePlugin'" for package in ("webpack.", "", "rspack.")},
    **{f"{package}EnvironmentPlugin": "'EnvironmentPlugin'" for package in ("webpack.", "", "rspack.")},
}

_NEXT: Final = re.compile(r"(?:^|/)next\.config\.\w+$")
_NUXT: Final = re.compile(r"(?:^|/)nuxt\.config\.\w+$")
_ANGULAR: Final = re.compile(r"(?:^|/)environments?/environment(?:\.[\w-]+)?\.ts$")
_EXPO: Final = re.compile(r"(?:^|/)app\.config\.\w+$")
_BUILD: Final = re.compile(
    r"(?:^|/)(?:(?:vite|vitest|astro|svelte|rollup|rolldown|tsup|quasar|rsbuild|electron\.vite|electron-vite|esbuild)\.config|esbuild|build)\.\w+$"
)
HANDOVERS: Final = (
    Handed(_NEXT, ("env",), "'env' of next.config"),
    Handed(_NEXT, ("publicRuntimeConfig",), "'publicRuntimeConfig'"),
    Handed(_NUXT, ("runtimeConfig", "public"), "'runtimeConfig.public'"),
    Handed(_NUXT, ("publicRuntimeConfig",), "'publicRuntimeConfig'"),
    Handed(_NUXT, ("env",), "'env' of nuxt.config"),
    Handed(_NUXT, ("define",), "'define'"),
    Handed(_EXPO, ("extra",), "Expo's 'extra'"),
    Handed(_ANGULAR, (), "Angular's environment file"),
    Handed(_BUILD, ("define",), "'define'"),
)
