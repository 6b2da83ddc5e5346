"""What Python's web frameworks give to the client that asked."""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Giving

_CONTEXT: Final = "a template's context"
_JSON: Final = "a JSON body"
_BODY: Final = "a response's body"
_COOKIE: Final = "a cookie without 'HttpOnly'"
_META: Final = frozenset(
    {"status", "status_code", "content_type", "mimetype", "media_type", "headers", "using", "request", "template_name", "name"}
)
_ANSWERS: Final = frozenset({"response", "resp", "res", "r", "reply", "rsp", "answer"})

GIVINGS: Final = {
    "flask.render_template": Giving(_CONTEXT, skip=1),
    "flask.render_template_string": Giving(_CONTEXT, skip=1),
    "flask.jsonify": Giving(_JSON, most=8),
    "flask.make_response": Giving(_BODY, options=_META),
    "flask.Response": Giving(_BODY, options=_META),
    "quart.render_template": Giving(_CONTEXT, skip=1),
    "quart.jsonify": Giving(_JSON, most=8),
    "django.shortcuts.render": Giving(_CONTEXT, skip=2, options=_META),
    "django.template.loader.render_to_string": Giving(_CONTEXT, skip=1, options=_META),
    "django.http.JsonResponse": Giving(_JSON, options=_META),
    "django.http.HttpResponse": Giving(_BODY, options=_META),
    "django.template.response.TemplateResponse": Giving(_CONTEXT, skip=2, options=_META),
    "rest_framework.response.Response": Giving(_JSON, options=_META),
    "fastapi.responses.JSONResponse": Giving(_JSON, options=_META),
    "fastapi.responses.ORJSONResponse": Giving(_JSON, options=_META),
    "fastapi.responses.HTMLResponse": Giving(_BODY, options=_META),
    "fastapi.responses.PlainTextResponse": Giving(_BODY, options=_META),
    "fastapi.Response": Giving(_BODY, options=_META),
    "starlette.responses.JSONResponse": Giving(_JSON, options=_META),
    "starlette.responses.HTMLResponse": Giving(_BODY, options=_META),
    "starlette.responses.PlainTextResponse": Giving(_BODY, options=_META),
    "starlette.responses.Response": Giving(_BODY, options=_META),
    "aiohttp.web.json_response": Giving(_JSON, options=_META),
    "aiohttp.web.Response": Giving(_BODY, options=_META),
    "sanic.response.json": Giving(_JSON, options=_META),
    "sanic.response.html": Giving(_BODY, options=_META),
    "aiohttp_jinja2.render_template": Giving(_CONTEXT, skip=2),
}
"""Functions that make an answer; a template's context is given to whoever reads the page."""

GIVING_METHODS: Final = {
    "get_context_data": Giving(_CONTEXT, most=0),
    "TemplateResponse": Giving(_CONTEXT, most=3, options=_META),
    "set_cookie": Giving(_COOKIE, pair=True, guard="httponly"),
}

FILLED: Final = {
    **{f"{owner}.headers": "a response header" for owner in sorted(_ANSWERS - {"r", "res"})},
    **{f"{owner}.{name}": _BODY for owner in ("resp", "response") for name in ("media", "text", "body", "data")},
}

ROUTES: Final = frozenset({"route", "get", "post", "put", "patch", "delete", "api_route", "view_config"})
CONTEXT_DECORATORS: Final = frozenset({"context_processor", "template_global"})
ANSWERING: Final = {"get_context_data": _CONTEXT}
