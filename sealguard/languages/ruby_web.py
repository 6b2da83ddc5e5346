"""What Ruby's frameworks give to the client that asked."""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Giving

_BODY: Final = "a response's body"
_META: Final = frozenset({"status", "layout", "content_type", "template", "action", "partial", "&block"})

GIVINGS: Final = {
    "render": Giving("a response", options=_META),
    "render_to_string": Giving("a response", options=_META),
    "json": Giving("a JSON body"),
    "erb": Giving("a template's context", skip=1, options=_META),
}
GIVING_METHODS: Final = {
    "write": Giving(_BODY, owners=frozenset({"response", "res"})),
    "set_header": Giving("a response header", pair=True, owners=frozenset({"response"})),
}
FILLED: Final = {
    "cookies.permanent": "a cookie without 'HttpOnly'",
    "cookies": "a cookie without 'HttpOnly'",
    "response.headers": "a response header",
    "gon": "a page's script",
}
