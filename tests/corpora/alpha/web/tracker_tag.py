"""Jinja extension that puts the Sealmetrics tracker at the end of every page."""
import html
import re

from jinja2 import nodes
from jinja2.ext import Extension

SITE_ID = "⟦objid:30⟧"
ACCOUNT_ID = "⟦objid:31⟧"
SCRIPT = "https://t.sealmetrics.com/t.js"
PIXEL = "https://pixel.sealmetrics.com/p.gif"
TAG = '<script async src="{src}?id={site}"></script>'
NOSCRIPT = '<noscript><img alt="" src="{src}?id={site}&event={event}"></noscript>'


class SealTracker(Extension):
    tags = {"seal_tracker"}

    def parse(self, parser):
        token = next(parser.stream)
        call = self.call_method("_render", [], lineno=token.lineno)
        return nodes.Output([nodes.MarkSafe(call)]).set_lineno(token.lineno)

    def _render(self):
        return tag() + noscript("pageview")


def tag(site=SITE_ID):
    return TAG.format(src=SCRIPT, site=html.escape(site))


def noscript(event):
    return NOSCRIPT.format(src=PIXEL, site=SITE_ID, event=html.escape(event))


def conversion(label, value, currency="EUR"):
    if not re.fullmatch(r"[a-z_]{1,32}", label):
        raise ValueError(label)
    return f'<img alt="" src="{PIXEL}?id={SITE_ID}&account_id={ACCOUNT_ID}&event={label}&value={value:.2f}{currency}">'


def describe():
    print(f"tracker {SITE_ID} of account {ACCOUNT_ID}: {tag()}")
