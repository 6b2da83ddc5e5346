import os

TOKEN = "⟦opaque:1⟧" ⟪hardcoded-token⟫
BASE = "https://api.sealmetrics.com/v1"
PORT = "8080"
CRM_TOKEN = "⟦opaque:2⟧"
