from .core import API, Client, plain, session

__all__ = ["API", "Client", "plain", "session"]
