import environ

env = environ.Env(DEBUG=(bool, False))

SECRET_KEY = env("SECRET_KEY")
DEBUG = env("DEBUG")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])

DATABASES = {"default": env.db()}

SEALMETRICS = {
    "BASE_URL": env("SEALMETRICS_BASE_URL", default="https://my.sealmetrics.com/api/v1"),
    "ACCOUNT_ID": "⟦objid:dj1⟧",
    "API_KEY": env("SEALMETRICS_API_KEY", default="⟦sm:dj1⟧"), ⟪hardcoded-token⟫
    "WEBHOOK_SECRET": env("SEALMETRICS_WEBHOOK_SECRET"),
    "TIMEOUT": 20,
}

LOGGING = {
    "version": 1,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
