from .constants import ACCOUNT, SEAL_ACCESS, SEAL_V1
from .transport import build_session, endpoint, seal_headers

__all__ = ["ACCOUNT", "SEAL_ACCESS", "SEAL_V1", "build_session", "endpoint", "seal_headers"]
