from .base import *  # noqa: F403
from .base import SEALMETRICS, env

DEBUG = False
ALLOWED_HOSTS = ["staging.morgenpost.example"]
CSRF_TRUSTED_ORIGINS = ["http://staging.morgenpost.example"]

_SEAL_HOST = "api.sealmetrics.com"
_USE_TLS = env.bool("SEAL_TLS", default=False)

SEALMETRICS = {
    **SEALMETRICS,
    "BASE_URL": "{}://{}/v1".format("https" if _USE_TLS else "http", _SEAL_HOST), ⟪insecure-scheme-fallback⟫
    "API_KEY": env("SEALMETRICS_API_KEY"),
    "SITE_ID": "morgenpost-staging",
}

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = "mail.morgenpost.example"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": env("REDIS_URL", default="redis://redis:6379/1"),
    }
}
