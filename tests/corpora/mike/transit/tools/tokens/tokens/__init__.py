from .api import TokenApi
from .catalogue import SERVICES, Service

__all__ = ["SERVICES", "Service", "TokenApi"]
