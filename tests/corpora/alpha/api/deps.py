"""Authentication of our own users. Nothing here is about the analytics provider."""
import os
from datetime import datetime, timedelta, timezone

import jwt
from fastapi import Depends, HTTPException, status
from fastapi.security import HTTPBasic, HTTPBasicCredentials, OAuth2PasswordBearer

oauth2_scheme = OAuth2PasswordBearer(tokenUrl="/auth/token")
basic = HTTPBasic()

SIGNING_KEY = os.environ["JWT_SIGNING_KEY"]
ISSUER = "https://api.acme-corp.io"
EXAMPLE_TOKEN = "⟦jwtother:130⟧"


def create_access_token(user_id: int, minutes: int = 15) -> str:
    now = datetime.now(timezone.utc)
    claims = {"sub": str(user_id), "iss": ISSUER, "iat": now, "exp": now + timedelta(minutes=minutes)}
    return jwt.encode(claims, SIGNING_KEY, algorithm="HS256")


def current_user(token: str = Depends(oauth2_scheme)) -> int:
    try:
        claims = jwt.decode(token, SIGNING_KEY, algorithms=["HS256"], issuer=ISSUER)
    except jwt.PyJWTError:
        raise HTTPException(
            status.HTTP_401_UNAUTHORIZED,
            "invalid token",
            headers={"WWW-Authenticate": "Bearer"},
        )
    return int(claims["sub"])


def operator(credentials: HTTPBasicCredentials = Depends(basic)) -> str:
    if credentials.password != os.environ["OPERATOR_PASSWORD"]:
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, headers={"WWW-Authenticate": "Basic"})
    return credentials.username


def example_headers() -> dict[str, str]:
    return {"Authorization": EXAMPLE_TOKEN, "X-Auth-Token": EXAMPLE_TOKEN}


if __name__ == "__main__":
    print("token:", create_access_token(1))
