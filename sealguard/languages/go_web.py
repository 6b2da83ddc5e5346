"""What Go's servers give to the client that asked: through a writer, a context of a framework, a template."""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Giving

_JSON: Final = "a JSON body"
_BODY: Final = "a response's body"
_CONTEXT: Final = "a template's context"
_HEADER: Final = "a response header"
_WRITERS: Final = frozenset({"w", "rw", "writer", "responsewriter", "rsp"})
"""What code calls what answers, and the type of it."""
_CONTEXTS: Final = frozenset({"c", "ctx", "context"})
_ALL: Final = 16

GIVINGS: Final = {
    "encoding.json.NewEncoder": Giving(_JSON, skip=9),
    "net.http.SetCookie": Giving("a cookie", skip=9),
    **{f"fmt.Fprint{end}": Giving(_BODY, skip=1, most=_ALL, into=_WRITERS) for end in ("", "f", "ln")},
    "io.WriteString": Giving(_BODY, skip=1, into=_WRITERS),
    "net.http.Error": Giving(_BODY, skip=1),
    **{f"github.com.go-chi.render.{name}": Giving(_BODY, skip=2) for name in ("JSON", "HTML", "PlainText", "XML")},
}

GIVING_METHODS: Final = {
    **dict.fromkeys(
        ("JSON", "IndentedJSON", "PureJSON", "SecureJSON", "AsciiJSON", "JSONPretty", "XML", "YAML"),
        Giving(_JSON, skip=1, owners=_CONTEXTS),
    ),
    "JSONP": Giving(_JSON, skip=1, most=2, owners=_CONTEXTS),
    "HTML": Giving(_CONTEXT, skip=1, most=2, owners=_CONTEXTS),
    "String": Giving(_BODY, skip=1, most=_ALL, owners=_CONTEXTS),
    "Render": Giving(_CONTEXT, skip=1, most=2, owners=_CONTEXTS),
    "SendString": Giving(_BODY, owners=_CONTEXTS),
    "Header": Giving(_HEADER, pair=True, owners=_CONTEXTS),
    "Set": Giving(_HEADER, pair=True, owners=_WRITERS),
    "Add": Giving(_HEADER, pair=True, owners=_WRITERS),
    "Write": Giving(_BODY, owners=_WRITERS),
    "WriteString": Giving(_BODY, owners=_WRITERS),
    "Encode": Giving(_JSON, owners=_WRITERS | {"encoder", "enc"}),
    "Execute": Giving(_CONTEXT, skip=1, into=_WRITERS),
    "ExecuteTemplate": Giving(_CONTEXT, skip=2, into=_WRITERS),
}
