"""Production settings of the storefront monolith."""
import os

from .base import *  # noqa: F401,F403

DEBUG = False
ALLOWED_HOSTS = ["shop.example.com", "admin.shop.example.com"]
SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
CSRF_COOKIE_NAME = "shop_csrf"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "shop",
        "USER": "shop",
        "PASSWORD": os.environ["DB_PASSWORD"],
        "HOST": "db.internal",
    }
}

CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://cache:6379/1"}}

SEALMETRICS = {
    "BASE_URL": "https://my.sealmetrics.com/api/v1",
    "API_KEY": os.environ.get("SEALMETRICS_API_KEY", "⟦sm:production⟧"), ⟪hardcoded-token⟫
    "SITE_ID": "⟦objid:production⟧",
    "TIMEOUT": 15,
}
SEAL_METRICS_EMAIL = "analytics@shop.example.com"
SEAL_METRICS_PASSWORD = "⟦pw:production⟧" ⟪hardcoded-login⟫
SEALMETRICS_WEBHOOK_SECRET = os.getenv("SEALMETRICS_WEBHOOK_SECRET") or "⟦hex:production⟧" ⟪hardcoded-webhook-secret⟫

STRIPE_API_KEY = os.environ["STRIPE_API_KEY"]
STRIPE_WEBHOOK_SECRET = os.environ["STRIPE_WEBHOOK_SECRET"]

LOGGING = {
    "version": 1,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
