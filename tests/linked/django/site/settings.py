import environ

env = environ.Env(DEBUG=(bool, False))

STATS = {
    "URL": env("STATS_URL", default="https://my.sealmetrics.com/api/v1"),
    "KEY": env("SEALMETRICS_API_KEY", default="⟦sm:101⟧"), ⟪hardcoded-token⟫
    "ACCOUNT": "9dd4c2fa50b6f0761f611656",
}
CRM = {"URL": env("CRM_URL"), "KEY": env("CRM_API_KEY", default="⟦opaque:102⟧")}
