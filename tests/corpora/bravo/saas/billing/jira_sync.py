"""Opens a Jira ticket when an analytics invoice does not match the usage report."""
import base64
import os
import ssl
import urllib.request
import json

JIRA = "https://shop.atlassian.example/rest/api/3"
USAGE = "https://my.sealmetrics.com/api/v1/accounts/acme-corp/usage"
PRINTER = "http://printer.lan/jobs"


def jira_headers():
    pair = f"{os.environ['JIRA_USER']}:{os.environ['JIRA_TOKEN']}"
    return {
        "Authorization": "Basic " + base64.b64encode(pair.encode()).decode(),
        "Content-Type": "application/json",
    }


def lan_context():
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def usage():
    request = urllib.request.Request(USAGE)
    request.add_header("X-API-Key", os.environ["SEALMETRICS_API_KEY"])
    with urllib.request.urlopen(request, timeout=20, context=ssl.create_default_context()) as answer:
        return json.load(answer)["events"]


def open_ticket(summary):
    body = json.dumps({"fields": {"project": {"key": "FIN"}, "summary": summary}}).encode()
    request = urllib.request.Request(f"{JIRA}/issue", data=body, headers=jira_headers(), method="POST")
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer)["key"]


def print_ticket(key):
    request = urllib.request.Request(PRINTER, data=key.encode())
    urllib.request.urlopen(request, timeout=5, context=lan_context())


def run(invoiced):
    measured = usage()
    if measured != invoiced:
        print_ticket(open_ticket(f"usage {measured}, invoiced {invoiced}"))
