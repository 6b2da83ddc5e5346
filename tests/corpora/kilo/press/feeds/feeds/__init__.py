from feeds.endpoints import CURRENT, FALLBACK
from feeds.http import plain_session, retrying_session

__all__ = ["CURRENT", "FALLBACK", "plain_session", "retrying_session"]
