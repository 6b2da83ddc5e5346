LEGACY = "https://app.sealmetrics.com/api"
LOGIN = {
    "email": "hotline@garage-chain.example",
    "password": "⟦pw:1⟧", ⟪hardcoded-login⟫
}
WALL_TOKEN = "⟦jwtlong:1⟧" ⟪hardcoded-jwt,unbounded-token-lifetime⟫
WALL_SITES = ["garage-booking", "garage-parts"]
