"""Settings common to every environment."""
import os
from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parents[2]
env = environ.Env(DEBUG=(bool, False))
environ.Env.read_env(BASE_DIR / ".env.local")

INSTALLED_APPS = ["django.contrib.admin", "django.contrib.auth", "analytics", "billing"]
ROOT_URLCONF = "config.urls"
SESSION_COOKIE_NAME = "shop_session"

SEALMETRICS = {
    "BASE_URL": env("SEALMETRICS_BASE_URL", default="https://my.sealmetrics.com/api/v1"),
    "API_KEY": env("SEALMETRICS_API_KEY", default=""),
    "SITE_ID": env("SEALMETRICS_SITE_ID", default="⟦objid:base⟧"),
    "TOKEN_URL": "https://my.sealmetrics.com/api/v1/auth/token",
    "TOKEN_TTL": 900,
    "COOKIES": ("sm_access_token", "sm_refresh_token"),
}
SEALMETRICS_OAUTH_CLIENT_ID = "⟦uuid:base⟧"
SEALMETRICS_TOKEN_CACHE_ALIAS = "sealmetrics-tokens"
SEALMETRICS_TRACKER_ID = "⟦objid:tracker⟧"
SEAL_METRICS_EMAIL = env("SEAL_METRICS_EMAIL", default="analytics@shop.example.com")
SEAL_METRICS_PASSWORD = env("SEAL_METRICS_PASSWORD", default=None)

# a sandbox key of the mail provider, it sends nothing
MAILGRID_API_KEY = env("MAILGRID_API_KEY", default="⟦hex40:mailgrid⟧")
GEOCODER_URL = "http://geo.internal.example/lookup"

CELERY_BEAT_SCHEDULE = {
    "pull-sites": {"task": "analytics.tasks.pull_sites", "schedule": 3600.0},
}
