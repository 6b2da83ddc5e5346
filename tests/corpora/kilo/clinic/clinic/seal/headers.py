from pydantic import SecretStr


def api_key_header(key: SecretStr) -> dict[str, str]:
    value = key.get_secret_value().strip()
    if " " in value or not value.isascii():
        raise ValueError("the key has characters that a header cannot carry")
    return {"X-API-Key": value}
