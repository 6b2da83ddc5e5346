from .base import Client
from .const import API, BUSY
from .http import plain, session

__all__ = ["API", "BUSY", "Client", "plain", "session"]
