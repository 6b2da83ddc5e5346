class Base:
    STATS_URL = "http://app.sealmetrics.com/api" ⟪insecure-endpoint⟫
    ERP_KEY = "⟦opaque:9⟧"


class Production(Base):
    STATS_KEY = "⟦opaque:8⟧" ⟪hardcoded-token⟫
