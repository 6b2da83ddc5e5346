"""The seed's "server-side only: never expose tokens in client-side code": literals, names, calls, answers and storage."""
