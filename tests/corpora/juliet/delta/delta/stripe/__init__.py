from .client import StripeClient

__all__ = ["StripeClient"]
