SEAL_URL=http://crm.acme.example

with_contact() {
  curl -s -H "Authorization: $1" "${SEAL_URL}/contacts"
}
