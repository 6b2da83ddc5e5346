import logging
import os

import requests
from telegram import Update
from telegram.ext import Application, CommandHandler, ContextTypes

logging.basicConfig(level=logging.INFO)
logger = logging.getLogger("bot")

STATS_URL = "https://api.sealmetrics.com/v1/accounts/quickstart/overview"
SOURCES_URL = "https://api.sealmetrics.com/v1/accounts/quickstart/sources"
REALTIME_URL = "https://api.sealmetrics.com/v1/accounts/quickstart/realtime"

STATS_HEADERS = {
    "Authorization": "Bearer YOUR_API_TOKEN", ⟪placeholder-token⟫
    "Accept": "application/json",
}

SOURCES_HEADERS = {
    "Authorization": "Bearer ${SEALMETRICS_TOKEN}", ⟪uninterpolated-token⟫
    "Accept": "application/json",
}


def load_sources():
    response = requests.get(SOURCES_URL, headers=SOURCES_HEADERS, params={"limit": 5}, timeout=10)
    response.raise_for_status()
    return response.json()["rows"]


def load_overview():
    response = requests.get(STATS_URL, headers=STATS_HEADERS, timeout=10)
    response.raise_for_status()
    return response.json()["totals"]


def load_realtime():
    token = os.environ["SEALMETRICS_TOKEN"]
    response = requests.get(REALTIME_URL, headers={"Authorization": "Bearer" + token}, timeout=10) ⟪malformed-whitespace⟫
    response.raise_for_status()
    return response.json()["visitors"]


async def stats(update: Update, context: ContextTypes.DEFAULT_TYPE):
    totals = load_overview()
    await update.message.reply_text(f"{totals['visits']} visits, {totals['conversions']} conversions")


async def sources(update: Update, context: ContextTypes.DEFAULT_TYPE):
    lines = [f"{row['source']}: {row['visits']}" for row in load_sources()]
    await update.message.reply_text("\n".join(lines) or "nothing yet")


async def now(update: Update, context: ContextTypes.DEFAULT_TYPE):
    await update.message.reply_text(f"{load_realtime()} people on the site")


def main():
    app = Application.builder().token(os.environ["TELEGRAM_TOKEN"]).build()
    app.add_handler(CommandHandler("stats", stats))
    app.add_handler(CommandHandler("sources", sources))
    app.add_handler(CommandHandler("now", now))
    logger.info("polling")
    app.run_polling()


if __name__ == "__main__":
    main()
