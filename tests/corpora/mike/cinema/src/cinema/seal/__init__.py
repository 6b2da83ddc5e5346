from .client import SealClient, SealError, TokenRejected
from .headers import bearer, merge
from .policy import mount_retries

__all__ = ["SealClient", "SealError", "TokenRejected", "bearer", "merge", "mount_retries"]
