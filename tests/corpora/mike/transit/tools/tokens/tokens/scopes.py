"""Names for the sets of scopes that we hand out."""

READ_STATS = ["stats:read"]
READ_ALL = ["stats:read", "sites:read", "accounts:read"]
EVERYTHING = ["read", "write", "admin", "superadmin", "billing:manage"] ⟪excessive-scope⟫
