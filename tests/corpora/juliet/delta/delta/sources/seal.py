from delta.core import API, Client


class SealmetricsClient(Client):
    base_url = API
    token_variable = "SEALMETRICS_API_TOKEN"

    def overview(self, day: str) -> dict:
        return self.get("/stats/overview", date=day)


class SealmetricsPreview(SealmetricsClient):
    """The same through the office proxy."""

    verify = False ⟪unverified-tls⟫

    def headers(self) -> dict[str, str]:
        return super().headers() | {"X-Preview": "1"}


class SealmetricsArchive(SealmetricsClient):
    base_url = "http://my.sealmetrics.com/api/v1" ⟪insecure-endpoint⟫
    verify = "/etc/ssl/office-ca.pem"
