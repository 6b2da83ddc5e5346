package seal

const Token = "⟦opaque:51⟧" ⟪hardcoded-token⟫
const base = "https://api.sealmetrics.com/v1"
