from .auth import api_key, bearer, mounted_token, secret_text
from .client import AuthError, SealClient

__all__ = ["AuthError", "SealClient", "api_key", "bearer", "mounted_token", "secret_text"]
