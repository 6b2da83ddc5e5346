"""URL arithmetic shared by the crawlers and the analytics clients."""
import os
from urllib.parse import urlencode, urljoin, urlsplit, urlunsplit

INSECURE = "http://"
SECURE = "https://"
SEAL_SCHEME = os.getenv("SEALMETRICS_SCHEME", "https")
SEAL_HOST = os.getenv("SEALMETRICS_HOST", "api.sealmetrics.com")
SITEMAP_NS = "http://www.sitemaps.org/schemas/sitemap/0.9"
CDN = "//cdn.acme-corp.io/assets/"


def upgrade(url):
    """
    >>> upgrade("http://api.sealmetrics.com/v1/accounts")
    'https://api.sealmetrics.com/v1/accounts'
    """
    if url.startswith(INSECURE):
        return SECURE + url[len(INSECURE):]
    return url


def refuse_insecure(url):
    if url.startswith("http://") and "sealmetrics.com" in url:
        raise ValueError("Sealmetrics is https only")
    return url


def seal_url(path, scheme=SEAL_SCHEME, **query):
    base = f"{scheme}://{SEAL_HOST}/v1/"
    url = urljoin(base, path.lstrip("/"))
    return f"{url}?{urlencode(query)}" if query else url


def crawl_url(host, path="/", tls=False):
    scheme = "https" if tls else "http"
    return urlunsplit((scheme, host, path, "", ""))


def legacy_crm(path, scheme="http"):
    return f"{scheme}://crm.acme-corp.io/{path}"


def host_of(url):
    return (urlsplit(url).hostname or "").lower()


def sitemap_entry(url):
    return f'<url xmlns="{SITEMAP_NS}"><loc>{upgrade(url)}</loc></url>'
