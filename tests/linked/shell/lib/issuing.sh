WIDE='["admin"]' ⟪excessive-scope⟫
NARROW='["stats:read"]'
FOREVER=730 ⟪unbounded-token-lifetime⟫
QUARTER=90
