from .seal import Seal

__all__ = ["Seal"]
