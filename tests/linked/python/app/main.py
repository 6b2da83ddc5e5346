import app.config as settings
from app.clients import SealClient
from app.crm import contacts


def run():
    one = SealClient(settings.TOKEN)
    two = SealClient("⟦opaque:3⟧") ⟪hardcoded-token⟫
    return one.accounts(), two.accounts(), contacts(settings.CRM_TOKEN)
