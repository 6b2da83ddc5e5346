"""Retries for any HTTP vendor."""
import functools
import logging
import random
import time

logger = logging.getLogger(__name__)

RETRYABLE = frozenset({429, 500, 502, 503, 504})
FATAL = frozenset({401, 403})


class Refused(Exception):
    pass


def delay(response, attempt, cap=60.0):
    header = response.headers.get("Retry-After", "")
    if header.isdigit():
        return float(header) + random.random()
    return min(cap, 2.0 ** attempt) * (0.5 + random.random() / 2)


def with_retries(attempts=5):
    def decorate(call):
        @functools.wraps(call)
        def wrapper(*args, **kwargs):
            for attempt in range(attempts):
                response = call(*args, **kwargs)
                if response.status_code in FATAL:
                    raise Refused(f"{call.__name__}: {response.status_code}, check the Authorization header")
                if response.status_code not in RETRYABLE:
                    return response
                wait = delay(response, attempt)
                logger.warning("%s: %s, waiting %.1fs", call.__name__, response.status_code, wait)
                time.sleep(wait)
            return response

        return wrapper

    return decorate


def session_with_token(session, token, scheme="Bearer"):
    """Sets the header on a session that the caller made; `scheme` is the vendor's."""
    session.headers["Authorization"] = f"{scheme} {token}"
    logger.info("session has a credential of %d characters", len(token))
    return session
