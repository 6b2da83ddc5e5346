"""Marketing warehouse loader: pulls Sealmetrics, Matomo and ad platforms into BigQuery."""

from .settings import Settings, load

__all__ = ["Settings", "load"]
