from .seal import SealmetricsClient, SealmetricsPreview
from .stats import accounts, sites

__all__ = ["SealmetricsClient", "SealmetricsPreview", "accounts", "sites"]
