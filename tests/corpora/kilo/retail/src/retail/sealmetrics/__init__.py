from .auth import bearer, key_header
from .client import SealClient
from .constants import API_URL, LEGACY_URL

__all__ = ["API_URL", "LEGACY_URL", "SealClient", "bearer", "key_header"]
