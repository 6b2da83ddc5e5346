"""What shows that a file is delivered to a browser or a device, or that it stays on a server: paths, imports, names."""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class Sign(NamedTuple):
    """What shows it, and the phrase that says so; `{0}` in it is the first group, or all that matched."""

    pattern: re.Pattern[str]
    reason: str
    words: tuple[str, ...] = ()
    """Every match holds one of these, where there are any: looking for them first is a hundred times faster."""


IMPORTING: Final = r"(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)[\"']"
"""Begins every pattern of an import."""


def _imports(*names: str) -> re.Pattern[str]:
    """Match an import of one of these packages, or of something in them (a name that ends in `/` or `:`)."""
    wanted = "|".join(re.escape(name) + (r"[^\"']*" if name.endswith(("/", ":")) else "") for name in names)
    return re.compile(rf"{IMPORTING}(?P<name>{wanted})[\"']")


# Paths -----------------------------------------------------------------------------------------------------------------

TESTS: Final = re.compile(
    r"/(?:__tests__|__mocks__|tests?|specs?|e2e|cypress|playwright|testcafe|wdio|nightwatch|testdata|androidtest|uitests|fixtures|[\w-]*tests)/"
    r"|[._-](?:test|tests|spec|specs|cy|e2e|stories|story)\.\w+$|(?:test|tests|spec)\.(?:swift|kt|java|m|cs)$|_test\.dart$"
    r"|/(?:jest|vitest|cypress|playwright|karma|wdio|testcafe|nightwatch|test)[.-](?:setup|config|conf)\b",
    re.IGNORECASE,
)
"""Of a front end's tests; stories are shown to its developers."""
EDITOR: Final = re.compile(r"/(?:Editor|Editor Default Resources)/")
"""What an editor alone runs."""
SERVER_PATH: Final = re.compile(
    r"/pages/api/|/app/(?:[^\n]*/)?route\.[jt]sx?$|/\+(?:server|page\.server|layout\.server)\.[jt]s$|\.server\.[cm]?[jt]sx?$|/hooks\.server\."
    r"|/(?:middleware|instrumentation|entry[.-]server|gatsby-(?:node|ssr|config))\.[cm]?[jt]sx?$"
    r"|/(?:server|backend|back-end|netlify/functions|netlify/edge-functions|supabase/functions|lambdas?|serverless|cloud-functions|node_modules|migrations)/"
    r"|^/(?:functions|api|scripts|bin|cli|tools)/|\.(?:config|conf|rc)\.[cm]?[jt]s$|/(?:gulpfile|gruntfile|webpack[\w.-]*|rollup[\w.-]*)\.[cm]?[jt]s$"
    r"|\.d\.[cm]?ts$|/server\.[cm]?[jt]s$",
    re.IGNORECASE,
)
CLIENT_PATH: Final = re.compile(
    r"/(?P<folder>public|static|wwwroot|www|htdocs|public_html|webroot|frontend|front-end|webapp|renderer|browser|assets/js|assets/javascripts|javascripts|client/src"
    r"|app/javascript|resources/js|resources/assets/js|content[_-]?scripts?|composables|_next/static|\.next/static|dist/assets|dist/js|build/static"
    r"|build/assets|src/main/assets)/"
    r"|/(?P<file>entry[.-]client|gatsby-browser|[\w.-]+\.client|\+(?:page|layout))\.[cm]?[jt]sx?$",
    re.IGNORECASE,
)
BUNDLE: Final = re.compile(r"(?:[.-](?:min|bundle|chunk)|[.-](?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{8,20})\.(?:m?js)(?:\.map)?$", re.IGNORECASE)
ANGULAR: Final = re.compile(r"/environments?/environment(?:\.[\w-]+)?\.ts$")

# JavaScript and TypeScript -----------------------------------------------------------------------------------------------

_LEAD: Final = r"(?>(?>\s|;|//[^\n]*\n|/\*(?s:.*?)\*/|#![^\n]*\n|[\"']use strict[\"'])*)"
USE_CLIENT: Final = re.compile(_LEAD + r"([\"']use client[\"'])")
USE_SERVER: Final = re.compile(_LEAD + r"([\"']use server[\"'])")

SERVER_CODE: Final = (
    _imports(
        *(
            "node:",
            "fs",
            "fs/promises",
            "fs-extra",
            "path",
            "child_process",
            "http",
            "https",
            "http2",
            "net",
            "tls",
            "os",
            "worker_threads",
            "cluster",
        ),
        *(
            "express",
            "express/",
            "fastify",
            "@fastify/",
            "koa",
            "@koa/",
            "@hapi/",
            "restify",
            "polka",
            "@nestjs/",
            "next/server",
            "server-only",
        ),
        *(
            "aws-lambda",
            "aws-sdk",
            "aws-sdk/",
            "@aws-sdk/",
            "firebase-functions",
            "firebase-functions/",
            "firebase-admin",
            "firebase-admin/",
        ),
        *("@google-cloud/", "@azure/", "@vercel/node", "@netlify/functions", "hono", "hono/", "h3", "nitropack", "nitropack/", "elysia"),
        *(
            "puppeteer",
            "puppeteer-core",
            "playwright",
            "@playwright/test",
            "jsdom",
            "cheerio",
            "dotenv",
            "dotenv/config",
            "pg",
            "mysql",
            "mysql2",
        ),
        *(
            "mongoose",
            "mongodb",
            "@prisma/client",
            "ioredis",
            "redis",
            "bull",
            "bullmq",
            "nodemailer",
            "commander",
            "yargs",
            "inquirer",
            "node-cron",
        ),
        *("@actions/core", "vscode", "react-dom/server", "winston", "pino", "vite", "webpack"),
    ),
    re.compile(
        r"(?<![\w.$])process\s*\.\s*(?:argv|exit|stdin|stdout|cwd|on|uptime)\b|(?<![\w.$])__(?:dirname|filename)\b|\bmodule\.exports\.handler\b"
    ),
    re.compile(
        r"(?<![\w.$])(?:Deno|Bun)\s*\.\s*(?:serve|env|readTextFile|file)\b|\bexports\.\w*[hH]andler\s*=|\b(?:cached|define)\w*EventHandler\s*\("
    ),
    re.compile(
        r"\bexport\s+(?:const|(?:async\s+)?function)\s+(?:handler|GET|POST|PUT|PATCH|DELETE)\b|\basync\s+fetch\s*\(\s*(?:request|req)\b"
    ),
    re.compile(
        r"(?<![\w.$])addEventListener\s*\(\s*[\"'](?:fetch|scheduled)[\"']|(?<![\w.$])(?:SpreadsheetApp|UrlFetchApp|PropertiesService)\s*\."
    ),
    re.compile(r"\A#!"),
)
ELECTRON: Final = re.compile(r"(?:from\s*|require\s*\(\s*)[\"']electron(?:/main)?[\"']")
ELECTRON_MAIN: Final = re.compile(r"(?<![\w.$])(?:new\s+BrowserWindow|app\s*\.\s*(?:whenReady|on)|ipcMain\s*\.)")

CLIENT_CODE: Final = (
    Sign(re.compile(r"==(UserScript)=="), "a user script", ("==UserScript==",)),
    Sign(
        re.compile(r"(?<![\w.$])(?:self|window|this)(?:\.|\[[\"'])(webpack(?:Chunk|Jsonp))"),
        "a bundle for browsers, '{0}'",
        ("webpackChunk", "webpackJsonp"),
    ),
    Sign(re.compile(r"(?<![\w.$])(?:GM_|GM\.)[a-zA-Z]+"), "a user script", ("GM_", "GM.")),
    Sign(
        _imports("react-native", "react-native/", "expo", "expo-router", "@react-native-async-storage/", "@react-navigation/"),
        "a React Native app",
    ),
    Sign(re.compile(r"(?<![\w.$])(ipcRenderer|contextBridge)\s*\."), "an Electron renderer, '{0}'", ("ipcRenderer", "contextBridge")),
    Sign(
        re.compile(
            r"(?<![\w.$])((?:chrome|browser)\s*\.\s*(?:runtime|storage|tabs|action|browserAction|webRequest|alarms|scripting|cookies|contextMenus))\b"
        ),
        "a browser extension, '{0}'",
        ("chrome", "browser"),
    ),
    Sign(_imports("@angular/core", "@angular/"), "an Angular application, '{0}'"),
    Sign(
        _imports("vue", "vue/", "pinia", "vuex", "vue-router", "#app", "#imports", "nuxt/app", "@vueuse/core", "@tanstack/vue-query"),
        "Vue code, '{0}'",
    ),
    Sign(_imports("svelte", "svelte/", "$app/navigation", "$app/environment", "$app/stores", "$app/state"), "Svelte code, '{0}'"),
    Sign(
        _imports(
            *(
                "react-dom",
                "react-dom/client",
                "preact",
                "preact/",
                "solid-js",
                "solid-js/",
                "lit",
                "lit/",
                "alpinejs",
                "@hotwired/stimulus",
                "jquery",
            ),
            *(
                "@tanstack/react-query",
                "react-redux",
                "swr",
                "zustand",
                "@ionic/",
                "@capacitor/",
                "react-router-dom",
                "backbone",
                "htmx.org",
            ),
        ),
        "code for browsers, '{0}'",
    ),
    Sign(
        re.compile(
            r"(?<![\w.$])(use(?:State|Effect|LayoutEffect|Ref|Reducer|Callback|Memo|Context|Query|Mutation|SWR|Router|SearchParams|Navigate|Dispatch|Selector))\s*[(<]"
        ),
        "a React component, '{0}'",
        ("use",),
    ),
    Sign(
        re.compile(r"<[A-Za-z][^<>]{0,400}?\s(on(?:Click|Submit|Change|Input|Press|Blur|KeyDown))=\{"), "a React component, '{0}'", ("={",)
    ),
    Sign(
        re.compile(r"(?<![\w.$])((?:window\s*\.\s*)?(?:localStorage|sessionStorage))\s*[.\[]"),
        "a browser API, '{0}'",
        ("localStorage", "sessionStorage"),
    ),
    Sign(
        re.compile(
            r"(?<![\w.$])(document)\s*\.\s*(?:getElement\w+|querySelector\w*|createElement\w*|cookie|body|head|addEventListener|title|documentElement"
            r"|currentScript|location|readyState|forms|referrer|write|visibilityState|hidden|domain)\b"
        ),
        "a browser API, '{0}'",
        ("document",),
    ),
    Sign(
        re.compile(r"(?<!typeof )(?<!typeof\()(?<![\w.$])(window)\s*(?:\.\s*(?!process\b|env\b)[A-Za-z_$]|\[)"),
        "a browser API, '{0}'",
        ("window",),
    ),
    Sign(
        re.compile(
            r"(?<![\w.$])(navigator\s*\.\s*(?:userAgent|serviceWorker|clipboard|sendBeacon|geolocation|language|onLine|mediaDevices|cookieEnabled))\b"
        ),
        "a browser API, '{0}'",
        ("navigator",),
    ),
    Sign(re.compile(r"(?<![\w.$])(location\s*\.\s*(?:href|search|hash|reload|assign))\b"), "a browser API, '{0}'", ("location",)),
    Sign(
        re.compile(
            r"(?<![\w.$])(?:new\s+)?(XMLHttpRequest|customElements|indexedDB|importScripts|HTMLElement|IntersectionObserver|MutationObserver|FileReader)\s*[.(]"
        ),
        "a browser API, '{0}'",
        ("XMLHttpRequest", "customElements", "indexedDB", "importScripts", "HTMLElement", "Observer", "FileReader"),
    ),
    Sign(
        re.compile(r"(?<![\w.$])((?:\$|jQuery)\s*(?:\(\s*(?:document|function|[\"'][#.]|\(\)|this)|\.\s*(?:ajax|getJSON|ajaxSetup)\s*\())"),
        "jQuery",
        ("$", "jQuery"),
    ),
    Sign(
        re.compile(r"(?<![\w.$])self\s*\.\s*addEventListener\s*\(\s*[\"'](install|activate|push)[\"']"),
        "a service worker",
        ("addEventListener",),
    ),
    Sign(re.compile(r"\bimport\.meta\.env\b[\w.\[\]\"']{0,3}(VITE_\w+|PUBLIC_\w+)"), "code that Vite bundles", ("import.meta.env",)),
    Sign(
        re.compile(r"\bprocess\.env\.(REACT_APP_\w+|VUE_APP_\w+|EXPO_PUBLIC_\w+)"), "code that is bundled for browsers", ("process.env.",)
    ),
)
BOUND: Final = (
    r"(?:\b(?:const|let|var|function|class|import)\s+[^=;\n]{{0,80}}(?<![\w$.]){0}(?![\w$])"
    r"|[(,]\s*{0}\s*(?::[^,)\n]{{1,40}})?[,)](?=[^;\n]{{0,80}}(?:=>|\{{))|(?<![\w$.]){0}\s*=>)"
)
"""A name of a browser's that is bound in the file to something else."""

# Other languages ---------------------------------------------------------------------------------------------------------

_ANDROID: Final = re.compile(r"(?m)^\s*import\s+(android(?:x)?\.[\w.]+|com\.google\.android\.[\w.]+|dagger\.hilt\.android[\w.]*)")
_ANDROID_LIBRARY: Final = re.compile(r"(?m)^\s*import\s+(?:retrofit2|okhttp3|io\.ktor\.client|dagger|javax\.inject|kotlinx?\.)")
JVM_SERVER: Final = re.compile(
    r"(?m)^\s*import\s+(?:org\.springframework|io\.ktor\.server|jakarta\.|javax\.servlet|io\.quarkus|io\.micronaut|akka\.|org\.http4s|spark\.)"
)
ANDROID: Final = Sign(_ANDROID, "an Android app, 'import {0}'")
ANDROID_MODULE: Final = Sign(_ANDROID_LIBRARY, "an Android app")
APP_MODULE: Final = re.compile(r"/app/src/(?!test)\w+/(?:java|kotlin)/", re.IGNORECASE)
ANDROID_RESOURCE: Final = re.compile(
    r"/src/(?!test|androidTest)\w+/(?:res/[\w-]+|assets)/|/AndroidManifest\.xml$|^/res/values[\w-]*/|/app/res/"
)
ANDROID_GRADLE: Final = re.compile(
    r"com\.android\.(?:application|library|dynamic-feature)|plugins\.android\.(?:application|library)|\bandroid\s*\{"
)
BUILD_FIELD: Final = re.compile(
    r"\b(?:buildConfigField|resValue)\b[^\n]*(?:\n[^\n]*){0,4}?(?:\)[ \t]*(?=\n|$)|(?=\n\s*(?:[a-zA-Z}]|\n|$)))"
    r"|\bmanifestPlaceholders\b[^\n]*"
)

SWIFT: Final = re.compile(
    r"(?m)^\s*(?:@testable\s+)?import\s+(UIKit|SwiftUI|WatchKit|WidgetKit|AppKit|Combine|CoreData|StoreKit|CoreLocation)\b"
)
SWIFT_SERVER: Final = re.compile(
    r"(?m)^\s*import\s+(?:Vapor|Kitura|Hummingbird|NIO\w*|PerfectHTTP|ArgumentParser|Fluent|AWSLambdaRuntime|AsyncHTTPClient|PackageDescription)\b"
)
OBJECTIVE_C: Final = re.compile(
    r"(?m)^\s*(?:#import\s*<(?:UIKit|Foundation|AppKit|Cocoa)/|@import\s+(?:UIKit|Foundation|AppKit)\b|@(?:implementation|interface)\s)"
)
FLUTTER: Final = re.compile(r"(?m)^\s*import\s+['\"](package:flutter[\w_]*/[\w./]+)['\"]")
DART_SERVER: Final = re.compile(
    r"(?m)^\s*import\s+['\"]package:(?:shelf|dart_frog|serverpod|alfred|args|angel3|functions_framework|aqueduct|conduit)\w*/|\bHttpServer\.bind\b"
)
CSHARP: Final = re.compile(r"(?m)^\s*using\s+(UnityEngine|Microsoft\.Maui|Xamarin\.(?:Forms|Essentials))[\w.]*\s*;")
UNITY_EDITOR: Final = re.compile(r"(?m)^\s*using\s+UnityEditor\b")
GTM_WEB: Final = re.compile(r"___SANDBOXED_JS_FOR_WEB_TEMPLATE___")
GTM_EXPORT: Final = re.compile(r'"exportFormatVersion"\s*:')
GTM_SERVER: Final = re.compile(r'"usageContext"\s*:\s*\[\s*"SERVER"')
