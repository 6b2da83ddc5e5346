from .seal import SealClient
