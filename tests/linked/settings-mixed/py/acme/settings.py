import os

DEBUG = False
INSIGHTS = {
    "URL": "https://my.sealmetrics.com/api/v1",
    "TOKEN": "⟦opaque:5⟧", ⟪hardcoded-token⟫
}
WALL_TOKEN = os.environ.get("WALL_TOKEN", "⟦opaque:6⟧") ⟪hardcoded-token⟫
ERP_TOKEN = "⟦opaque:7⟧"
