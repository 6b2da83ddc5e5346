"""Quick start: list accounts, then the last week of one of them.

Replace the placeholder, or better, export SEALMETRICS_API_TOKEN and drop the literal.
"""
import requests

API = "https://api.sealmetrics.com/v1"

headers = {
    "Authorization": "Bearer YOUR_API_TOKEN",
    "Content-Type": "application/json",
}


def main():
    response = requests.get(f"{API}/accounts", headers=headers, timeout=10)
    response.raise_for_status()
    for account in response.json()["data"]:
        print(account["id"], account["name"])

    week = requests.get(
        f"{API}/accounts/acme-corp/stats",
        params={"days": 7},
        headers=headers,
        timeout=10,
    )
    week.raise_for_status()
    print(week.json()["data"])


if __name__ == "__main__":
    main()
