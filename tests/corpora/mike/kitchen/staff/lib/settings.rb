# frozen_string_literal: true

module Staff
  SEAL = "https://app.sealmetrics.com/api"
  SEAL_JWT = "⟦jwtadmin:1⟧" ⟪hardcoded-jwt,excessive-scope⟫
  ROSTER = "http://roster.kitchen.lan"
  ROSTER_JWT = "⟦jwtother:1⟧"
end
