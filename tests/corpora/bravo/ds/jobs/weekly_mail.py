"""Weekly report by mail, one message an account."""
import os
import smtplib
from email.message import EmailMessage
from string import Template

from sealmetrics import SealMetrics

BODY = Template(
    """<h1>Your week, $name</h1>
<p>$visits visits, $conversions conversions.</p>
<img src="http://t.sealmetrics.com/p.gif?id=weekly-mail" width="1" height="1"> ⟪insecure-endpoint⟫
<p><a href="https://my.sealmetrics.com/">Open the dashboard</a></p>
"""
)
# key of the read-only reporting user: ⟦sm:weekly⟧ ⟪hardcoded-token⟫
RECIPIENTS = {"acme-corp": "cmo@acme.example", "northwind-shop": "data@northwind.example"}


def report(account):
    client = SealMetrics(api_key=os.environ["SEALMETRICS_API_KEY"], account_id=account)
    return client.stats.summary(days=7)


def message(account, recipient):
    summary = report(account)
    mail = EmailMessage()
    mail["Subject"] = f"Week {summary['week']}"
    mail["From"] = "reports@agency.example"
    mail["To"] = recipient
    mail.set_content(
        BODY.substitute(name=account, visits=summary["visits"], conversions=summary["conversions"]),
        subtype="html",
    )
    return mail


def main():
    with smtplib.SMTP(os.environ.get("SMTP_HOST", "localhost")) as smtp:
        for account, recipient in RECIPIENTS.items():
            smtp.send_message(message(account, recipient))


if __name__ == "__main__":
    main()
