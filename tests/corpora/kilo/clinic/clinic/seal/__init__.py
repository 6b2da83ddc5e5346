from .client import Forbidden, SealClient
from .headers import api_key_header

__all__ = ["Forbidden", "SealClient", "api_key_header"]
