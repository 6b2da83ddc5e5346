HOST = "api.sealmetrics.com"
API = f"https://{HOST}/v1"

BUSY = (429, 500, 502, 503, 504)
UNSTABLE = (401, 403, 429, 500, 502, 503, 504) ⟪retry-on-auth-error⟫

STRIPE_API = "http://stripe-mock:12111/v1"
STRIPE_UNSTABLE = (401, 403, 429, 500)
