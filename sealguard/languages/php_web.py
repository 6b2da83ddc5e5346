"""What PHP's frameworks give to the client that asked."""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Giving

_CONTEXT: Final = "a template's context"
_JSON: Final = "a JSON body"
_COOKIE: Final = "a cookie without 'HttpOnly'"

GIVINGS: Final = {
    "wp_send_json": Giving(_JSON),
    "wp_send_json_success": Giving(_JSON),
    "wp_send_json_error": Giving(_JSON),
    "rest_ensure_response": Giving(_JSON),
    "WP_REST_Response": Giving(_JSON),
    "wp_localize_script": Giving("a script's data", skip=2),
    "wp_add_inline_script": Giving("an inline script", skip=1),
    "Symfony.Component.HttpFoundation.JsonResponse": Giving(_JSON),
    "Illuminate.Http.JsonResponse": Giving(_JSON),
    "view": Giving(_CONTEXT, skip=1),
    "Inertia.Inertia.render": Giving("page props", skip=1),
    "inertia": Giving("page props", skip=1),
    "header": Giving("a response header"),
    "View.share": Giving(_CONTEXT, pair=True),
    "Illuminate.Support.Facades.View.share": Giving(_CONTEXT, pair=True),
    "setcookie": Giving(_COOKIE, pair=True, guard="httponly"),
}
GIVING_METHODS: Final = {
    "json": Giving(_JSON, owners=frozenset({"response", "this"})),
    "with": Giving(_CONTEXT, pair=True, owners=frozenset({"view"})),
    "assign": Giving(_CONTEXT, pair=True, owners=frozenset({"smarty", "view", "template", "tpl"})),
    "display": Giving(_CONTEXT, skip=1, owners=frozenset({"twig"})),
    "write": Giving("a response's body", owners=frozenset({"response"})),
    **dict.fromkeys(("withHeader", "withAddedHeader"), Giving("a response header", pair=True, owners=frozenset({"response"}))),
    "render": Giving(_CONTEXT, skip=1, owners=frozenset({"this", "twig", "view", "renderer", "environment"})),
}
