"""What .NET's servers give to the client that asked: controllers, Razor pages, minimal APIs, functions."""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Giving

_JSON: Final = "a JSON body"
_BODY: Final = "a response's body"
_CONTEXT: Final = "a template's context"
_HEADER: Final = "a response header or cookie"
_ANSWERS: Final = frozenset({"response", "resp", "res"})

GIVINGS: Final = {
    **{f"{owner}{name}": Giving(_JSON) for owner in ("", "Results.", "TypedResults.") for name in ("Ok", "Json")},
    **{f"{owner}.{name}": Giving(_BODY) for owner in ("Results", "TypedResults") for name in ("Text", "Content")},
    **dict.fromkeys(("JsonResult", "OkObjectResult", "ObjectResult"), Giving(_JSON)),
    "Content": Giving(_BODY),
    **dict.fromkeys(("View", "PartialView"), Giving(_CONTEXT, most=2)),
}

GIVING_METHODS: Final = {
    "Ok": Giving(_JSON),
    "Json": Giving(_JSON),
    "View": Giving(_CONTEXT, most=2),
    **dict.fromkeys(("WriteAsync", "WriteAsJsonAsync", "Write", "WriteStringAsync"), Giving(_BODY, owners=_ANSWERS)),
    **dict.fromkeys(("Append", "Add", "AppendHeader", "AddHeader"), Giving(_HEADER, pair=True, guard="httponly", owners=_ANSWERS)),
}

FILLED: Final = {
    **dict.fromkeys(("ViewBag", "ViewData", "TempData"), _CONTEXT),
    **dict.fromkeys(("Response.Headers", "response.Headers", "context.Response.Headers", "HttpContext.Response.Headers"), _HEADER),
}

ROUTERS: Final = frozenset({"MapGet", "MapPost", "MapPut", "MapPatch"})
ROUTES: Final = frozenset({"HttpGet", "HttpPost", "HttpPut", "HttpPatch"})
