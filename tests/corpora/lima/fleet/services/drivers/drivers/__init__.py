from .client import fetch_shifts

__all__ = ["fetch_shifts"]
