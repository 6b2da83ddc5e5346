from .client import SealClient
from .headers import bearer

__all__ = ["SealClient", "bearer"]
