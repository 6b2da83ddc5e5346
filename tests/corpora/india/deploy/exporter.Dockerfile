FROM python:3.12-slim
WORKDIR /srv
ENV PYTHONUNBUFFERED=1 \
    SEALMETRICS_BASE_URL=https://api.sealmetrics.com/v1 \
    SEALMETRICS_TOKEN_FILE=/run/secrets/sealmetrics_token
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
RUN --mount=type=secret,id=sealmetrics_token \
    python -m exporter check --token "$(cat /run/secrets/sealmetrics_token)"
USER nobody
CMD ["python", "-m", "exporter"]
