"""How Rust's HTTP crates tell that a request failed."""

from __future__ import annotations

from typing import Final

from sealguard.flow.failures import Failures

FAILURES: Final = Failures(
    quiet_methods=frozenset({"send"}),
    watching=frozenset({"with", "with_init", "ClientBuilder"}),
    readings={
        **dict.fromkeys(("status", "status_code"), "status"),
        **dict.fromkeys(("error_for_status", "error_for_status_ref"), "raises"),
        **dict.fromkeys(("is_success",), "ok"),
        "is_client_error": "4",
        "is_server_error": "5",
    },
    passing=frozenset({"unwrap", "expect", "map_err", "context", "with_context", "await"}),
)
"""Middleware, which `ClientBuilder` builds a client with, may look at answers unseen."""
