import os


class Config:
    STATS_URL = os.environ["STATS_URL"].rstrip("/")
    STATS_TOKEN = os.environ["STATS_TOKEN"]
    DATABASE_URL = os.environ["DATABASE_URL"]
    STATUS_PAGE = "http://status.internal/api"
    PAGE_SIZE = 200
