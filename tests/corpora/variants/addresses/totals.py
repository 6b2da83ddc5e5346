import httpx
from furl import furl
from yarl import URL
HOST = "api.sealmetrics.com"
one = URL.build(scheme="http", host=HOST, path="/v1/totals") ⟪insecure-endpoint⟫
two = httpx.URL(scheme="http", host=HOST, path="/v1") ⟪insecure-endpoint⟫
three = furl().set(scheme="http", host=HOST) ⟪insecure-endpoint⟫
four = URL.build(scheme="http", host="rooms.lan", path="/v1/totals")
five = URL("https://api.sealmetrics.com/v1").with_scheme("http") ⟪insecure-endpoint⟫
six = URL("https://api.sealmetrics.com/v1").with_query(token=sealmetrics_token) ⟪token-in-url⟫
