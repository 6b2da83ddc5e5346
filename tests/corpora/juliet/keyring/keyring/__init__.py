from .api import create_token, login, revoke_token
from .policy import DASHBOARD_SCOPES, ROTATION_DAYS

__all__ = ["DASHBOARD_SCOPES", "ROTATION_DAYS", "create_token", "login", "revoke_token"]
