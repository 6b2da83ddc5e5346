from ._http import ACCEPT, API, authorized

__all__ = ["ACCEPT", "API", "authorized"]
