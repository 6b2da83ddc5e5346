"""Mails the monthly PDF. Runs as a Kubernetes CronJob."""
import email.message
import os
import smtplib
import sys
from string import Template

import requests

SUBJECT = Template("Web analytics, $month")
REPORT_URL = "{scheme}://{host}/v1/reports/{name}.pdf"


class ReportApi:
    SCHEME = "http" ⟪insecure-endpoint⟫
    HOST = "api.sealmetrics.com"
    HEADERS = {
        "Authorization": "Bearer <your_access_token>", ⟪placeholder-token⟫
        "Accept": "application/pdf",
    }

    def download(self, name, month):
        url = REPORT_URL.format(scheme=self.SCHEME, host=self.HOST, name=name)
        answer = requests.get(url, headers=self.HEADERS, params={"month": month}, timeout=120)
        answer.raise_for_status()
        return answer.content


def compose(month, pdf, recipients):
    message = email.message.EmailMessage()
    message["Subject"] = SUBJECT.substitute(month=month)
    message["From"] = "reports@acme-corp.io"
    message["To"] = ", ".join(recipients)
    message.set_content("The report is attached.\n")
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename=f"analytics-{month}.pdf")
    return message


def main():
    month = sys.argv[1]
    recipients = os.environ["REPORT_RECIPIENTS"].split(",")
    pdf = ReportApi().download("monthly", month)
    with smtplib.SMTP(os.getenv("SMTP_HOST", "localhost"), 587) as smtp:
        smtp.starttls()
        smtp.login(os.environ["SMTP_USER"], os.environ["SMTP_PASSWORD"])
        smtp.send_message(compose(month, pdf, recipients))


if __name__ == "__main__":
    main()
