"""Audience numbers for the seven houses of the Lumen group."""

from .settings import Settings, get_settings

__all__ = ["Settings", "get_settings"]
__version__ = "2.8.0"
