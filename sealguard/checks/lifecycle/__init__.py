"""The seed's "unique tokens", "regular rotation" and "minimal permissions": how tokens are made, and who has them."""
