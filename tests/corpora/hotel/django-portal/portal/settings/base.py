from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env(DEBUG=(bool, False))

SECRET_KEY = env("DJANGO_SECRET_KEY")
DEBUG = env("DEBUG")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost"])

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "portal.stays",
    "portal.analytics",
]

SECURE_SSL_REDIRECT = not DEBUG
SESSION_COOKIE_HTTPONLY = True

SEALMETRICS = {
    "BASE_URL": env("SEALMETRICS_BASE_URL", default="https://api.sealmetrics.com/v1"),
    "TOKEN": env("SEALMETRICS_TOKEN"),
    "SITE_ID": env("SEALMETRICS_SITE_ID", default="⟦objid:py05⟧"),
    "WEBHOOK_SECRET": env("SEALMETRICS_WEBHOOK_SECRET", default="⟦whsec:py05⟧"), ⟪hardcoded-webhook-secret⟫
}

LOGGING = {
    "version": 1,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
