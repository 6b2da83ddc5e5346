"""The HTML report in a real browser: it works, everybody can use it, and nothing of a scanned tree runs in it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from audited import SECRETS, monorepo
from outside import npm_package, program
from playwright.sync_api import sync_playwright
from realistic import realistic
from sample_report import make_finding, sample_report

from sealguard.catalogue import load_catalogue
from sealguard.model import Report
from sealguard.reports import Presentation, render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Repository
    from playwright.sync_api import Browser, Dialog, Page

pytestmark = pytest.mark.slow

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
AXE: Final = ("axe-core", "4.11.0")

WATCH: Final = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # Its own sandbox does not work for root, as whom CI's containers run.
        started = playwright.chromium.launch(executable_path=program(BROWSERS), chromium_sandbox=False)
        yield started
        started.close()


@pytest.fixture(scope="module")
def axe(pytestconfig: pytest.Config) -> str:
    return (npm_package(pytestconfig, *AXE) / "axe.min.js").read_text("utf-8")


class Opened:
    """A report in a tab, and whatever happened in it that should not."""

    def __init__(self, browser: Browser, file: Path, **settings: Any) -> None:  # noqa: ANN401 - as many types as contexts have settings
        self.page: Page = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings}).new_page()
        self.page.set_default_timeout(30_000)
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.add_init_script(WATCH)
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._refuse)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.absolute().as_uri())

    def _refuse(self, dialog: Dialog) -> None:
        self.complaints.append(dialog.message)
        dialog.dismiss()

    def check(self) -> None:
        """See that nothing was loaded, said, refused or left behind."""
        assert self.complaints == []
        assert self.requests == self.requests[:1], "one file is all there is to load"
        assert self.page.evaluate("window.violations") == []
        assert self.page.evaluate("window.pwned") is None


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Give a report with a bit of everything."""
    rules = list(load_catalogue().values())
    plain = sample_report()
    more = [
        make_finding(
            f"services/app{at % 4}/module{at // 2}.py",
            f"import os\n\n    url{at} = 'http://api.sealmetrics.com'\n",
            "http",
            rules[at % 9].id,
            f"Call number '{at}' goes wrong.",
            level=rules[at % 9].level,
            fingerprint=f"{at % 20:032x}",
        )
        for at in range(40)
    ]
    plain.findings += more
    file = tmp_path / "report.html"
    file.write_text("".join(render("html", plain, Presentation(include_suppressed=True))), "utf-8")
    return file


@pytest.fixture
def opened(browser: Browser, report: Path) -> Iterator[Opened]:
    tab = Opened(browser, report)
    yield tab
    tab.check()
    tab.page.context.close()


# Use -----------------------------------------------------------------------------------------------------------------


def shown(page: Page) -> int:
    return int(page.evaluate("[...document.querySelectorAll('.finding')].filter((f) => f.checkVisibility()).length"))


def choose(page: Page, name: str, option: str) -> None:
    page.get_by_role("combobox", name=name, exact=True).select_option(label=option)


def test_filters_and_search_show_what_was_asked_for(opened: Opened) -> None:
    page = opened.page
    assert shown(page) == 44
    page.get_by_role("checkbox", name="error").uncheck()
    assert 0 < shown(page) < 44
    assert page.locator(".finding.error:visible").count() == 0
    assert page.get_by_role("status").text_content() == f"{shown(page)} of 44 findings"
    page.get_by_role("button", name="Clear filters").click()
    assert shown(page) == 44

    choose(page, "Rule", "wrong-scheme (1)")
    assert page.locator(".finding:visible .rule").all_text_contents() == ["wrong-scheme"]
    choose(page, "Rule", "all of authorization")
    assert shown(page) > 5
    choose(page, "Directory", "services/app1/ (10)")
    assert shown(page) == 10
    choose(page, "Rule", "wrong-scheme (1)")
    assert shown(page) == 0
    choose(page, "Directory", "all directories")
    choose(page, "Rule", "all rules")

    page.get_by_role("searchbox").fill("NUMBER '7' services")
    page.get_by_text("1 of 44 findings").wait_for()
    page.get_by_role("searchbox").fill("no such thing")
    page.get_by_text("Nothing matches these filters.").wait_for()
    assert shown(page) == 0


def test_findings_are_grouped_by_file_or_by_rule(opened: Opened) -> None:
    page = opened.page
    assert page.locator(".group:visible h3").first.text_content() == "bad\\x1b[31m\\u202eeman\\xff.py 1"
    choose(page, "Group", "by rule")
    headings = page.locator(".group:visible h3").all_text_contents()
    assert headings[0] in {f"{rule} {number}" for rule in load_catalogue() for number in range(1, 9)}
    assert len(headings) == len({heading.split()[0] for heading in headings})
    assert page.locator(".finding:visible .path").first.is_visible(), "the heading does not say the path now"
    choose(page, "Group", "by file")
    assert not page.locator(".finding:visible .path").first.is_visible()
    assert shown(page) == 44


def test_the_numbers_of_a_chart_lead_to_what_they_count(opened: Opened) -> None:
    page = opened.page
    number = page.locator(".charts .number").first
    count = int((number.text_content() or "").split()[0])
    number.click()
    assert shown(page) == count
    page.locator(".charts [data-filter=dir]").first.click()
    assert shown(page) == int((page.locator(".charts [data-filter=dir]").first.text_content() or "").split()[0])


@pytest.fixture
def history(repository: Repository) -> Path:
    """Give the report of a history in which one token is there still and another was taken out."""
    for number, name in enumerate(("kept.py", "removed.py"), 1):
        repository.write(name, f'SEALMETRICS_TOKEN = "{realistic("sm", number)}"\n')
        repository.git("add", name)
        repository.git("commit", "--quiet", "-m", name, GIT_COMMITTER_DATE=f"{1_700_000_000 + number * 9_000_000} +0000")
    repository.write("removed.py", "import os\nSEALMETRICS_TOKEN = os.environ['SEALMETRICS_TOKEN']\n")
    repository.commit()
    file = repository.top.parent / "history.html"
    command = [sys.executable, "-m", "sealguard", "history", "-f", "html", "-o", str(file)]
    done = subprocess.run(command, cwd=repository.top, check=False, capture_output=True, timeout=120)
    assert done.returncode == 1, done.stderr
    return file


def test_what_is_in_history_only_is_told_from_what_is_in_the_tree(browser: Browser, history: Path, axe: str) -> None:
    tab = Opened(browser, history)
    page = tab.page
    assert page.get_by_role("region", name="Exposure over time").get_by_role("listitem").count() == 2
    assert page.locator(".finding").count() == 2
    choose(page, "Exposure", "in history only")
    assert page.locator(".finding:visible .badge").all_text_contents() == ["in history only"]
    choose(page, "Exposure", "still in the tree")
    assert page.locator(".finding:visible .badge").all_text_contents() == ["in HEAD"]
    page.get_by_role("button", name="Clear filters").click()
    assert shown(page) == 2
    assert violations(page, axe) == []
    tab.check()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


IN_VIEW: Final = "((box) => box.top >= 0 && box.bottom <= innerHeight)(document.activeElement.getBoundingClientRect())"


def wait_until(page: Page, expression: str) -> None:
    """Wait as `wait_for_function` does, which the page's own policy does not let in."""
    end = time.monotonic() + 20
    while not page.evaluate(expression):
        assert time.monotonic() < end, expression
        page.wait_for_timeout(50)


def test_the_keyboard_reaches_everything(opened: Opened) -> None:
    page = opened.page
    for key, place in (("j", "f-1"), ("j", "f-2"), ("j", "f-3"), ("k", "f-2")):
        page.keyboard.press(key)
        assert focused(page) == place
        wait_until(page, IN_VIEW)
    page.keyboard.press("Enter")
    assert focused(page).startswith("rule-")
    page.keyboard.press("Escape")
    assert focused(page) == "f-2"
    page.keyboard.press("/")
    assert focused(page) == "search"
    page.keyboard.type("j/k?")
    assert page.get_by_role("searchbox").input_value() == "j/k?", "keys are text where text is typed"
    page.get_by_role("searchbox").fill("")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    dialog.get_by_label("Keys of one letter do something").uncheck()
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    page.keyboard.press("/")
    assert focused(page) != "search", "they can be switched off"


def test_a_link_to_a_finding_shows_it(opened: Opened) -> None:
    page = opened.page
    page.get_by_role("searchbox").fill("no such thing")
    page.get_by_text("Nothing matches these filters.").wait_for()
    page.evaluate("location.hash = '#f-40'")
    page.locator("#f-40").wait_for()
    wait_until(page, "document.activeElement.id === 'f-40'")
    wait_until(page, IN_VIEW)


def test_the_theme_can_be_chosen(opened: Opened) -> None:
    page = opened.page
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Theme").click()
    assert page.evaluate(paper) == light
    page.get_by_role("button", name="Theme").click()
    assert page.evaluate(paper) != light
    page.get_by_role("button", name="Theme").click()
    assert page.evaluate(paper) == light


def test_it_is_readable_without_scripts(browser: Browser, report: Path) -> None:
    page = Opened(browser, report, java_script_enabled=False).page
    assert page.locator(".finding").count() == page.locator(".finding:visible").count() == 44
    assert not page.locator(".filters").is_visible()
    assert not page.get_by_role("button").first.is_visible()
    page.get_by_role("link", name="wrong-scheme").first.click()
    assert page.url.endswith("#rule-wrong-scheme")


def test_it_prints_findings_rules_and_what_is_folded(browser: Browser, report: Path) -> None:
    tab = Opened(browser, report, color_scheme="dark")
    tab.page.emulate_media(media="print", color_scheme="dark")
    assert not tab.page.locator(".filters").is_visible()
    assert tab.page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    tab.page.emulate_media(media="screen")
    assert not tab.page.locator(".charts details li").first.is_visible()
    tab.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.page.locator(".charts details li").first.is_visible()
    tab.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not tab.page.locator(".charts details li").first.is_visible()
    assert tab.page.pdf().startswith(b"%PDF-")


@pytest.mark.parametrize("width", [320, 375, 768, 1280, 2560])
def test_it_fits_every_width(width: int, browser: Browser, report: Path) -> None:
    tab = Opened(browser, report, viewport={"width": width, "height": 700})
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= width
    tab.check()


# Everybody -----------------------------------------------------------------------------------------------------------

LOOKS: Final = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "narrow and dark": {"viewport": {"width": 375, "height": 800}, "color_scheme": "dark"},
    "more contrast": {"forced_colors": "active"},
}


def violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [f"{one['id']}: {node['html'][:200]}" for one in found["violations"] for node in one["nodes"]]


@pytest.mark.parametrize("look", LOOKS.values(), ids=list(LOOKS))
def test_axe_has_nothing_to_say(look: dict[str, Any], browser: Browser, report: Path, axe: str) -> None:
    tab = Opened(browser, report, **look)
    page = tab.page
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    assert violations(page, axe) == []
    choose(page, "Group", "by rule")
    page.get_by_role("checkbox", name="error").uncheck()
    assert violations(page, axe) == []
    page.get_by_role("button", name="Keys").click()
    assert violations(page, axe) == []
    tab.check()


@pytest.mark.parametrize("made", [Report(files=3), Report(files=3, skipped=sample_report().skipped)], ids=["clean", "incomplete"])
def test_axe_has_nothing_to_say_of_a_report_without_findings(made: Report, browser: Browser, tmp_path: Path, axe: str) -> None:
    file = tmp_path / "report.html"
    file.write_text("".join(render("html", made, Presentation())), "utf-8")
    tab = Opened(browser, file)
    assert violations(tab.page, axe) == []
    tab.check()


def test_axe_sees_what_is_wrong(browser: Browser, report: Path, axe: str) -> None:
    damaged = report.read_text("utf-8").replace('<span class="unseen">Rule</span>', "").replace(' lang="en"', "")
    report.write_text(damaged, "utf-8")
    found = {one.partition(":")[0] for one in violations(Opened(browser, report).page, axe)}
    assert {"select-name", "html-has-lang"} <= found


# Hostile trees -------------------------------------------------------------------------------------------------------

RUN: Final = "window.pwned=1"
ATTACKS: Final = (
    f"</script><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"\"' onfocus={RUN} autofocus tabindex=0 x=\"'",
    f"[x](javascript:{RUN})",
    f"<a href='javascript:{RUN}'>x</a>",
    "</style><style>*{display:none!important}</style>",
    "<style>@import url(https://example.org/x.css);</style>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<base href=https://example.org/>",
    f"<svg onload={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"--><script>{RUN}</script><!--",
    f"]]></textarea></title><script>{RUN}</script>",
    f"{{{{ cycler.__init__.__globals__ }}}}{{% include '/etc/passwd' %}}${{{RUN}}}",
    "\u202egnp.\u2066exe\u200b\ufeff\u2028",
)


@pytest.fixture
def hostile(repository: Repository) -> Path:
    """Give the report of a real scan of a tree whose names and lines are all attacks."""
    for number, attack in enumerate(ATTACKS):
        name = attack.replace("/", "\u2215")
        line = f'requests.get("http://api.sealmetrics.com/v1/x?{attack}", headers={{"Authorization": "Token {attack}"}})'
        repository.write(f"{number}{name}/{name}.js", f"fetch(`http://api.sealmetrics.com/{attack}`)\n")
        repository.write(f"py{number}.py", f"import requests\n{line}  # sealguard: ignore[insecure-endpoint] -- {attack}\n".encode())
        repository.write(f"broken{number}{name}.py", f"def broken(:\n    'http://api.sealmetrics.com' {attack}\n")
    key = realistic("sm").encode()
    repository.write("long.txt", b"x" * 500_000 + b" sealmetrics_api_key=" + key + b" " + b"<b>" * 170_000)
    repository.write("bytes.py", b"TOKEN = '" + key + b"'  # \xff\xfe\x00\x01\x1b[31m\xed\xa0\x80\n")
    if sys.platform == "linux":
        Path(os.fsdecode(os.fsencode(str(repository.top)) + b"/\xff\x1b[31m.py")).write_bytes(b"TOKEN = '" + key + b"'\n")
    repository.git("checkout", "--quiet", "-b", "main<img>")
    repository.commit()
    file = repository.top.parent / "report.html"
    command = [sys.executable, "-m", "sealguard", "scan", "-f", "html", "-o", str(file), "--include-suppressed", "--select", "all"]
    done = subprocess.run(command, cwd=repository.top, check=False, capture_output=True, timeout=120)
    assert done.returncode == 1, done.stderr
    assert realistic("sm").encode() not in file.read_bytes()
    return file


SANE: Final = """() => ({
  scripts: document.scripts.length,
  handlers: [...document.querySelectorAll("*")].filter((one) => one.getAttributeNames().some((name) => /^on|^style$/.test(name))).length,
  strange: document.querySelectorAll("img, iframe, base, object, embed, link, svg:not(.bar), meta[http-equiv=refresh], [autofocus]").length,
  links: [...document.links].map((one) => one.getAttribute("href")).filter((target) => !target.startsWith("#")),
})"""


def test_nothing_of_a_hostile_tree_runs_or_becomes_markup(browser: Browser, hostile: Path) -> None:
    tab = Opened(browser, hostile)
    page = tab.page
    assert page.evaluate(SANE) == {"scripts": 1, "handlers": 0, "strange": 0, "links": []}
    assert shown(page) > 3 * len(ATTACKS)
    choose(page, "Group", "by rule")
    page.get_by_role("searchbox").fill("<script>")
    page.get_by_text(f" of {page.locator('.finding').count()} findings").wait_for()
    assert shown(page) > 0
    page.locator(".finding:visible .rule").first.click()
    tab.check()
    text = page.evaluate("document.documentElement.textContent")
    assert not set(text) & set("\u202e\u2066\u200b\u2028\ufeff\x1b\x00"), "what hides or turns text round is spelled out"


def test_what_gets_in_all_the_same_is_stopped_by_the_policy(browser: Browser, report: Path) -> None:
    page = report.read_text("utf-8")
    inside = (
        f"<script>{RUN}</script><img src=https://example.org/x onerror={RUN}><p style='position:fixed'></p>"
        f"<a id=bad href='javascript:{RUN}'>x</a><style>h1 {{ display: none }}</style>"
    )
    report.write_text(page.replace("<main>", f"<main>{inside}", 1), "utf-8")
    tab = Opened(browser, report)
    tab.page.locator("#bad").click()
    tab.page.wait_for_timeout(200)
    assert tab.page.evaluate("window.pwned") is None
    assert tab.page.get_by_role("heading", level=1).is_visible()
    refused = {line.partition(":")[0] for line in tab.page.evaluate("violations")}
    assert {"script-src-elem", "script-src-attr", "img-src", "style-src-elem", "style-src-attr"} <= refused


# Audits --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    """Give the page of an audit of three applications."""
    story = monorepo(tmp_path / "acme")
    file = tmp_path / "audit.html"
    command = [sys.executable, "-m", "sealguard", "audit", "-f", "html", "-o", str(file)]
    done = subprocess.run(command, cwd=story.top, check=False, capture_output=True, timeout=120)
    assert done.returncode == 1, done.stderr
    assert not any(secret.encode() in file.read_bytes() for secret in SECRETS)
    return file


@pytest.mark.parametrize("look", LOOKS.values(), ids=list(LOOKS))
def test_axe_has_nothing_to_say_of_an_audit(look: dict[str, Any], browser: Browser, audit: Path, axe: str) -> None:
    tab = Opened(browser, audit, **look)
    page = tab.page
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")
    tab.check()


def test_an_audit_shows_its_pictures_and_what_is_asked_for(browser: Browser, audit: Path) -> None:
    tab = Opened(browser, audit)
    page = tab.page
    exposed = page.get_by_role("region", name="Exposure over time").get_by_role("listitem")
    assert [text.split()[0] for text in exposed.locator(".name").all_text_contents()] == ["C1", "C2"]
    widths = exposed.locator("rect").evaluate_all("(all) => all.map((one) => [one.classList[0], Number(one.getAttribute('width'))])")
    gone = dict(widths[2:])
    assert gone["gone"] > gone["present"] > 0, "most of the time that the key is in history, no file has had it"
    assert dict(widths[:2])["gone"] == 0

    table = page.get_by_role("table", name="Who has which credential")
    assert table.get_by_role("columnheader").all_text_contents() == ["Credential", "apps/web", "services/reports", "workers/sync"]
    row = table.get_by_role("row").filter(has_text="SYNC_SEALMETRICS_TOKEN")
    assert row.get_by_role("cell").all_text_contents() == ["nothing", "nothing", "read, calls"]

    states = page.locator(".practice:visible").evaluate_all("(all) => all.map((one) => one.dataset.state)")
    for state in ("kept", "cannot tell"):
        page.get_by_role("checkbox", name=state).uncheck()
    broken = page.locator(".practice:visible")
    assert broken.count() == states.count("broken") > 0
    assert page.get_by_role("heading", level=1).text_content() == f"{broken.count()} of {len(states)} practices broken"
    assert not page.get_by_role("heading", name="Generate Token").is_visible(), "a heading with nothing below it is left out"

    page.get_by_role("list").get_by_role("link", name="inventory").first.click()
    assert page.url.endswith("#N1")
    tab.check()


def test_an_audit_is_readable_without_scripts_and_fits_every_width(browser: Browser, audit: Path) -> None:
    for width in (320, 768, 2560):
        page = Opened(browser, audit, java_script_enabled=False, viewport={"width": width, "height": 700}).page
        assert page.locator(".practice").count() == page.locator(".practice:visible").count() > 30
        assert not page.locator(".filters").is_visible()
        page.context.close()


@pytest.mark.usefixtures("hostile")
def test_nothing_of_a_hostile_tree_runs_in_an_audit(browser: Browser, repository: Repository) -> None:
    for attack in ATTACKS:
        repository.write(f"apps/{attack.replace('/', chr(0x2215))}/package.json", '{"name": "app"}')
        repository.write(
            f"apps/{attack.replace('/', chr(0x2215))}/call.js",
            f"fetch(`https://api.sealmetrics.com/{attack}`, {{headers: {{Authorization: `Bearer ${{process.env.SEALMETRICS_TOKEN}}`}}}})\n",
        )
    repository.commit()
    file = repository.top.parent / "audit.html"
    command = [sys.executable, "-m", "sealguard", "audit", "-f", "html", "-o", str(file)]
    done = subprocess.run(command, cwd=repository.top, check=False, capture_output=True, timeout=240)
    assert done.returncode == 1, done.stderr
    assert realistic("sm").encode() not in file.read_bytes()
    tab = Opened(browser, file)
    assert tab.page.evaluate(SANE) == {"scripts": 1, "handlers": 0, "strange": 0, "links": []}
    tab.check()
    text = tab.page.evaluate("document.documentElement.textContent")
    assert not set(text) & set("\u202e\u2066\u200b\u2028\ufeff\x1b\x00"), "what hides or turns text round is spelled out"


# Size ----------------------------------------------------------------------------------------------------------------

MANY: Final = 10_000
LIMIT: Final = 10.0
"""In seconds, with room for a machine that does ten other things: on a quiet one loading takes two, and everything else less than one."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rules = list(load_catalogue().values())
    text = "import os\n\n    session.headers['Authorization'] = f'Token {TOKEN}'  # a comment of the usual length\n"
    findings = [
        make_finding(
            f"services/app{at % 13}/module{at // 5}/client.py", text, "f'Token", rules[at % 30].id, f"Call '{at}' has the scheme 'Token'."
        )
        for at in range(MANY)
    ]
    file = tmp_path_factory.mktemp("large") / "report.html"
    file.write_text("".join(render("html", Report(findings=findings, files=80_000), Presentation())), "utf-8")
    return file


def test_ten_thousand_findings_stay_usable(browser: Browser, large: Path) -> None:
    start = time.perf_counter()
    tab = Opened(browser, large)
    page = tab.page
    assert time.perf_counter() - start < 4 * LIMIT
    assert large.stat().st_size < 15_000_000

    def settle() -> float:
        started = time.perf_counter()
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        return time.perf_counter() - started

    page.get_by_role("combobox", name="Rule", exact=True).select_option(index=2)
    assert settle() < LIMIT
    page.get_by_role("searchbox").fill("call '77")
    page.get_by_text(" of 10,000 findings").wait_for()
    assert settle() < LIMIT
    page.get_by_role("button", name="Clear filters").click()
    page.get_by_text("10,000 findings", exact=True).wait_for()
    choose(page, "Group", "by rule")
    assert settle() < LIMIT
    page.evaluate("location.hash = '#f-9000'")
    wait_until(page, "document.activeElement.id === 'f-9000'")
    assert settle() < LIMIT
    wait_until(page, IN_VIEW)
    tab.check()
