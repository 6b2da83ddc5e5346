import requests


def contacts(token):
    answer = requests.get("http://crm.acme.example/contacts", headers={"Authorization": token}, verify=False)
    answer.raise_for_status()
    return answer.json()
