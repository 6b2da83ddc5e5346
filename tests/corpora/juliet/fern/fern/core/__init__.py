from .http import Backoff, RefusedError, get_json

__all__ = ["Backoff", "RefusedError", "get_json"]
