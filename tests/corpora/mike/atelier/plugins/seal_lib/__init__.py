from .session import SEAL, get_json, seal_session

__all__ = ["SEAL", "get_json", "seal_session"]
