"""What the servers of Java and Kotlin give to the client that asked: servlets, Spring, JAX-RS, Javalin, Vert.x, Ktor."""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Giving

_JSON: Final = "a JSON body"
_BODY: Final = "a response's body"
_CONTEXT: Final = "a template's context"
_HEADER: Final = "a response header"
_ANSWERS: Final = frozenset(
    {"response", "resp", "res", "rsp", "reply", "httpresponse", "httpservletresponse", "servletresponse", "serverresponse", "exchange"}
)
_CONTEXTS: Final = frozenset({"ctx", "context"})
_MODELS: Final = frozenset({"model", "modelmap", "map", "mav", "modelandview", "view"})

GIVINGS: Final = {
    "ResponseEntity.ok": Giving(_BODY),
    "ResponseEntity": Giving(_BODY),
    "ServerResponse.ok": Giving(_BODY),
    "HttpResponse.ok": Giving(_BODY),
    "Response.ok": Giving(_BODY),
    "ModelAndView": Giving(_CONTEXT, skip=1, most=2),
}

GIVING_METHODS: Final = {
    **dict.fromkeys(("setHeader", "addHeader", "putHeader"), Giving(_HEADER, pair=True, owners=_ANSWERS)),
    "header": Giving(_HEADER, pair=True, owners=_ANSWERS | _CONTEXTS | {"responseentity"}),
    **dict.fromkeys(("write", "print", "println", "printf", "format"), Giving(_BODY, most=8, owners=_ANSWERS)),
    **dict.fromkeys(("addAttribute", "addObject", "attribute"), Giving(_CONTEXT, pair=True, owners=_MODELS)),
    **dict.fromkeys(("body", "bodyValue", "entity"), Giving(_BODY, owners=frozenset({"responseentity", "response", "serverresponse"}))),
    **dict.fromkeys(("json", "result", "html"), Giving(_BODY, owners=_CONTEXTS)),
    "render": Giving(_CONTEXT, skip=1, owners=_CONTEXTS),
    "end": Giving(_BODY, owners=_ANSWERS),
}

ROUTES: Final = frozenset(
    {
        *("GetMapping", "PostMapping", "PutMapping", "PatchMapping", "RequestMapping", "ModelAttribute"),
        *("GET", "POST", "PUT", "Get", "Post", "Put", "QueryMapping"),
    }
)

KTOR: Final = {
    **dict.fromkeys(
        ("respond", "respondText", "respondNullable", "respondHtml", "respondBytes"),
        Giving(_BODY, owners=frozenset({"call"})),
    ),
    "append": Giving("a response header or cookie", pair=True, guard="httponly", owners=frozenset({"response"})),
    "respondTemplate": Giving(_CONTEXT, skip=1, owners=frozenset({"call"})),
}
"""Of Kotlin alone. `call.response.header(name, value)` is a servlet's, as far as names go."""
