# Shared helpers: every analytics vendor gets a function that returns its headers.
import os
import urllib.request

SEALMETRICS_API = "https://api.sealmetrics.com/v1/"
PLAUSIBLE_API = "https://plausible.io/api/v1/"
MATOMO_API = "http://matomo.internal.acme-corp.io/index.php"

JSON = {"Accept": "application/json", "Content-Type": "application/json"}


def env(name):
    value = os.environ.get(name)
    if not value:
        raise LookupError("%s is not set" % name)
    return value.strip()


def plausible_headers():
    return dict(JSON, Authorization="Bearer" + env("PLAUSIBLE_KEY"))


def sealmetrics_headers():
    return dict(JSON, Authorization="Bearer" + env("SEALMETRICS_TOKEN")) ⟪malformed-whitespace⟫


def sealmetrics_key_headers():
    headers = JSON.copy()
    headers["X-API-Key"] = " {}".format(env("SEALMETRICS_API_KEY")) ⟪malformed-whitespace⟫
    return headers


def sealmetrics_old_headers():
    headers = dict(JSON)
    headers["Authorization:"] = "Bearer " + env("SEALMETRICS_TOKEN") ⟪misspelled-header⟫
    return headers


def open_url(url, headers):
    request = urllib.request.Request(url, headers=headers)
    return urllib.request.urlopen(request, timeout=15)


def seal_accounts():
    return open_url(SEALMETRICS_API + "accounts", sealmetrics_headers()).read()


def seal_sites():
    return open_url(SEALMETRICS_API + "sites", sealmetrics_key_headers()).read()


def seal_reports():
    return open_url(SEALMETRICS_API + "reports", sealmetrics_old_headers()).read()


def plausible_stats(site):
    return open_url(PLAUSIBLE_API + "stats/aggregate?site_id=" + site, plausible_headers()).read()


def matomo(method):
    return open_url("%s?module=API&method=%s&token_auth=%s" % (MATOMO_API, method, env("MATOMO_TOKEN")), JSON).read()
