import os

WAREHOUSE_DSN = os.environ["WAREHOUSE_DSN"]
BUCKET = os.getenv("RETAIL_BUCKET", "retail-insights")

TRAFFIC_KEY = "⟦opaque:2⟧" ⟪hardcoded-token⟫
FOOTFALL_SENSOR_ID = "⟦objid:7⟧"

PARTNER_FEEDS = {
    "loyalty": "https://feeds.loyalty-partner.io/v2",
    "weather": "https://api.openweathermap.org/data/3.0",
}
