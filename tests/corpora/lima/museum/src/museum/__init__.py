from .client import MuseumStats
from .settings import Settings

__all__ = ["MuseumStats", "Settings"]
