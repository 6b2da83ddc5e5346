"""
Django settings for the portal project (started with 1.11, now on 4.2).
"""
import os

BASE_DIR = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

SECRET_KEY = os.environ.get("DJANGO_SECRET_KEY", "dev-only")
DEBUG = os.environ.get("DJANGO_DEBUG") == "1"
ALLOWED_HOSTS = ["data.varga.example", "localhost"]

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "portal",
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "portal",
        "HOST": os.environ.get("PGHOST", "localhost"),
    }
}

LANGUAGE_CODE = "en"
USE_TZ = True
STATIC_URL = "/static/"

# Visitor statistics
SEALMETRICS_BASE_URL = os.environ.get("SEALMETRICS_BASE_URL", "https://my.sealmetrics.com/api/v1")
SEALMETRICS_API_KEY = os.environ.get("SEALMETRICS_API_KEY", "⟦sm:dj1⟧") ⟪hardcoded-token⟫
SEALMETRICS_SITE_ID = "data.varga.example"
SEALMETRICS = {
    "ACCOUNT": "⟦objid:6⟧",
    "PIXEL": "https://t.sealmetrics.com/t.js?id=varga",
    "REFRESH_TOKEN": "⟦opaque64:dj2⟧", ⟪hardcoded-token⟫
    "LOGIN": {
        "EMAIL": "webmaster@varga.example",
        "PASSWORD": os.environ.get("SEALMETRICS_PASSWORD"),
    },
}

STRIPE_WEBHOOK_SECRET = "⟦whsec:stripe1⟧"
RECAPTCHA_SITE_KEY = "⟦opaque:recaptcha⟧"
