import httpx
from tenacity import retry, retry_if_exception, stop_after_attempt, wait_random_exponential

TRANSIENT = frozenset({429, 500, 502, 503, 504})
REFUSED = frozenset({401, 403})


def is_transient(exc: BaseException) -> bool:
    return isinstance(exc, httpx.HTTPStatusError) and exc.response.status_code in TRANSIENT


patient = retry(
    retry=retry_if_exception(is_transient),
    wait=wait_random_exponential(multiplier=1, max=60),
    stop=stop_after_attempt(5),
    reraise=True,
)
