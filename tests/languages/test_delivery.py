"""What reaches a browser or a device, and what stays on a server: told by path, by imports, by what is called."""

from __future__ import annotations

import json

import pytest
from reading import facts_of


def reason(name: str, text: str, at: str = "") -> str:
    """Give why the place of `at` (the first character where there is none) is delivered; empty if it is not."""
    facts = facts_of(name, text)
    return facts.delivered(text.index(at) if at else 0)


FETCH = "export const load = () => fetch('https://my.sealmetrics.com/api/v1/stats');\n"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("src/Card.tsx", "// a card\n'use client';\nexport const a = 1;\n", "'use client' on line 2"),
        ("src/Card.tsx", "import { useState } from 'react';\nconst [a, b] = useState(0);\n", "a React component, 'useState'"),
        ("src/Card.jsx", "export const Card = () => <button onClick={go}>go</button>;\n", "a React component, 'onClick'"),
        ("src/a.ts", "localStorage.getItem('a');\n", "a browser API, 'localStorage'"),
        ("src/a.js", "document.querySelector('#a').remove();\n", "a browser API, 'document'"),
        ("src/a.js", "window.stats = {};\n", "a browser API, 'window'"),
        ("a.js", "(self.webpackChunkshop=self.webpackChunkshop||[]).push([[1],{}]);\n", "a bundle for browsers, 'webpackChunk'"),
        ("a.js", '(window["webpackJsonp"]=window["webpackJsonp"]||[]).push([[1],{}]);\n', "a bundle for browsers, 'webpackJsonp'"),
        ("src/a.ts", "import { Component } from '@angular/core';\n", "an Angular application, '@angular/core'"),
        ("src/environments/environment.prod.ts", "export const environment = {};\n", "Angular's environment file"),
        ("src/store.ts", "import { defineStore } from 'pinia';\n", "Vue code, 'pinia'"),
        ("app/src/screen.ts", "import { View } from 'react-native';\n", "a React Native app"),
        ("extension/a.js", "chrome.storage.sync.get('a');\n", "a browser extension, 'chrome.storage'"),
        ("desktop/view.js", "const { ipcRenderer } = require('electron');\nipcRenderer.send();\n", "an Electron renderer, 'ipcRenderer'"),
        ("tools.user.js", "// ==UserScript==\n// @name a\n", "a user script"),
        ("src/routes/a/+page.ts", FETCH, "'+page.ts'"),
        ("src/routes/+layout.js", FETCH, "'+layout.js'"),
        ("src/a.ts", "call(`Bearer ${import.meta.env.VITE_A}`);\n", "code that Vite bundles"),
        ("public/js/a.js", "var a = 1;\n", "under 'public/'"),
        ("assets/app.3f2a9c1b.js", "var a = 1;\n", "a built bundle"),
        ("app/src/main/java/a/B.kt", "package a\nimport android.content.Context\n", "an Android app, 'import android.content.Context'"),
        ("app/src/main/res/values/a.xml", "<resources><string name='a'>b</string></resources>\n", "an Android resource"),
        ("ios/App/A.swift", "import SwiftUI\n", "an app, 'import SwiftUI'"),
        ("ios/App/Info.plist", "<plist><dict><key>a</key><string>b</string></dict></plist>\n", "an app's property list"),
        ("App/A.m", "#import <UIKit/UIKit.h>\n", "an app's Objective-C code"),
        ("lib/a.dart", "import 'package:flutter/material.dart';\n", "a Flutter app"),
        ("Assets/A.cs", "using UnityEngine;\n", "an app, 'using UnityEngine'"),
        ("site/index.html", "<p>a</p>\n", "an HTML page"),
        ("src/A.vue", "<template><p>a</p></template>\n", "a Vue component"),
        ("src/A.svelte", "<p>a</p>\n", "a Svelte component"),
        ("art/a.svg", "<svg><script>var a = 1;</script></svg>\n", "an HTML page"),
        ("tag.tpl", "___INFO___\n___SANDBOXED_JS_FOR_WEB_TEMPLATE___\nconst a = 1;\n", "a tag manager's template"),
    ],
)  # fmt: skip
def test_the_reason_says_how_it_is_known(name: str, text: str, said: str) -> None:
    assert reason(name, text) == said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("app/api/stats/route.ts", FETCH),
        ("pages/api/stats.ts", FETCH),
        ("src/routes/stats/+server.ts", FETCH),
        ("src/routes/stats/+page.server.ts", FETCH),
        ("src/lib/stats.server.ts", FETCH + "window.a = 1;\n"),
        ("server/api/stats.get.ts", FETCH),
        ("netlify/functions/stats.js", FETCH),
        ("app/actions.ts", "'use server';\n" + FETCH),
        ("src/stats.js", "const express = require('express');\nconst { window } = new JSDOM('');\nwindow.a = 1;\n"),
        ("src/scrape.js", "import puppeteer from 'puppeteer';\nawait page.evaluate(() => document.querySelector('a'));\n"),
        ("src/worker.js", "export default { async fetch(request, env) { return window.a; } };\n"),
        ("src/main.js", "const { app, BrowserWindow } = require('electron');\napp.whenReady().then(() => new BrowserWindow());\n"),
        ("src/a.ts", "const a = `import.meta.env.VITE_A`;\n"),
        ("src/shared.ts", "export const isServer = typeof window === 'undefined';\n"),
        ("src/data.ts", "const document = await load();\nexport const title = document.title;\n"),
        ("src/note.ts", "// localStorage.getItem('a') is what we had before\nexport const a = 'window.open(1)';\n"),
        ("src/plain.ts", FETCH),
        ("src/Page.tsx", "export default async function Page() {\n  return <p>{await rows()}</p>;\n}\n"),
        ("src/Card.test.tsx", "'use client';\nlocalStorage.clear();\n"),
        ("cypress/e2e/a.cy.ts", "cy.window().then((window) => window.localStorage.clear());\n"),
        ("art/a.svg", "<svg><desc>a</desc></svg>\n"),
        ("tag.tpl", "___INFO___\n___SANDBOXED_JS_FOR_SERVER___\nconst a = 1;\n"),
        ("src/main/kotlin/a/B.kt", "package a\nimport org.springframework.stereotype.Service\n"),
        ("Sources/App/routes.swift", "import Vapor\nimport Foundation\n"),
        ("bin/server.dart", "import 'package:shelf/shelf.dart';\n"),
        ("Assets/Editor/A.cs", "using UnityEditor;\nusing UnityEngine;\n"),
        ("reports/views.py", "document = load()\nprint(document.title)\n"),
        ("README.md", "# a\n\n```js\nlocalStorage.setItem('a', 'b');\n```\n"),
    ],
)  # fmt: skip
def test_what_stays_on_a_server_or_in_a_test_is_not_delivered(name: str, text: str) -> None:
    assert facts_of(name, text).deliveries == []


def test_functions_of_the_server_are_kept_apart_in_a_page() -> None:
    text = (
        "import { useState } from 'react';\n"
        "const token = process.env.SEALMETRICS_TOKEN;\n"
        "export async function getServerSideProps() {\n  return inner(token);\n}\n"
        "async function save() {\n  'use server';\n  return store(token);\n}\n"
        "export default function Page() {\n  return outer(token, useState(0));\n}\n"
    )
    assert reason("pages/a.tsx", text, "inner(") == ""
    assert reason("pages/a.tsx", text, "store(") == ""
    assert reason("pages/a.tsx", text, "outer(") != ""


def test_a_folder_of_the_servers_inside_a_delivered_one_stays_and_the_other_way_round() -> None:
    assert reason("server/public/js/a.js", "var a = 1;\n") == "under 'public/'"
    assert reason("frontend/server/a.js", "var a = 1;\n") == ""


def test_the_scripts_of_astro_are_delivered_and_its_front_matter_is_not() -> None:
    text = "---\nconst a = inner();\n---\n<p title={b}>c</p>\n<script>\n  outer();\n</script>\n"
    assert reason("a.astro", text, "inner") == ""
    assert reason("a.astro", text, "b}") == ""
    assert reason("a.astro", text, "<p") == "an Astro page"
    assert reason("a.astro", text, "outer") == "an Astro page"


def test_of_a_page_that_php_fills_the_markup_alone_is_delivered() -> None:
    text = "<?php $a = inner(); ?>\n<script>outer();</script>\n"
    assert reason("a.php", text, "inner") == ""
    assert reason("a.php", text, "outer") == "an inline <script>"


def test_a_source_map_says_the_line_of_the_source() -> None:
    source = "import a from 'a';\n// Sealmetrics\nconst token = a('sealmetrics');\n"
    text = json.dumps({"version": 3, "sources": ["webpack:///./src/b.ts"], "sourcesContent": [source]})
    facts = facts_of("dist/assets/b.js.map", text)
    assert facts.delivered(text.index("const token")) == "a source map, line 3 of './src/b.ts'"


def test_of_a_build_script_the_fields_alone_reach_the_device() -> None:
    text = 'android {\n  def a = 1\n  buildConfigField "String", "B", "\\"c\\""\n  def d = 2\n}\n'
    assert reason("app/build.gradle", text, "buildConfigField") == "'BuildConfig' of an Android app"
    assert reason("app/build.gradle", text, "def a") == ""
    assert reason("app/build.gradle", text, "def d") == ""


# Names that bundlers inline ----------------------------------------------------------------------------------------------


def variables(name: str, text: str) -> list[tuple[str, bool]]:
    return [(each.name, each.defined) for each in facts_of(name, text).variables]


NAME = "VITE_SEALMETRICS_TOKEN"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ts", f"const a = import.meta.env.{NAME};\n"),
        ("a.ts", f"const a = import.meta.env['{NAME}'];\n"),
        ("a.ts", f"const {{ {NAME}, B }} = import.meta.env;\n"),
        ("a.js", f"const a = process.env.{NAME} || '';\n"),
        ("a.svelte", f"<script>\nimport {{ {NAME.replace('VITE', 'PUBLIC')} }} from '$env/static/public';\n</script>\n"),
        ("a.py", f"import os\na = os.environ['{NAME}']\n"),
        ("index.html", f"<script>var a = '%{NAME}%';</script>\n"),
    ],
)
def test_reads_of_public_names(name: str, text: str) -> None:
    assert [defined for _, defined in variables(name, text)] == [False]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".env", f"{NAME}=\n"),
        ("a.yml", f"env:\n  {NAME}: ${{{{ secrets.TOKEN }}}}\n"),
        ("k8s.yml", f"env:\n  - name: {NAME}\n    value: x\n"),
        ("Dockerfile", f"FROM a\nARG {NAME}\n"),
        ("a.sh", f"export {NAME}=x\n"),
        ("a.sh", f"{NAME}=x npm run build\n"),
        ("a.sh", f"docker build --build-arg {NAME}=x .\n"),
        ("package.json", json.dumps({"scripts": {"build": f"{NAME}=x vite build"}})),
    ],
)
def test_definitions_of_public_names(name: str, text: str) -> None:
    assert variables(name, text) == [(NAME, True)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ts", f"throw new Error('{NAME} is not set');\n"),
        ("a.ts", f"// import.meta.env.{NAME} was removed\n"),
        ("env.d.ts", f"interface ImportMetaEnv {{ readonly {NAME}: string; }}\n"),
        ("env.ts", f"export const schema = z.object({{ {NAME}: z.string() }});\n"),
        ("vite.config.ts", f"const a = env.{NAME};\n"),
        ("a.ts", "const a = import.meta.env.VITE_SEALMETRICS_SITE_ID;\n"),
        ("README.md", f"Set `{NAME}=...` before you build.\n"),
    ],
)
def test_what_only_talks_about_a_public_name_is_none(name: str, text: str) -> None:
    assert variables(name, text) == []


# Bounds ------------------------------------------------------------------------------------------------------------------


def test_a_place_is_found_among_very_many_stretches() -> None:
    text = "<script>var a = 1;</script>\n" * 3_000
    facts = facts_of("a.html", text)
    assert facts.delivered(text.rindex("var a")) == "an inline <script>"
    assert facts.delivered(text.index("<script>")) == "an HTML page"
