export const READ_SCOPES = ['stats:read', 'sites:read'];
export const AUDIT_SCOPES = ['stats:read', 'admin']; ⟪excessive-scope⟫
export const ROTATION_DAYS = 30;
export const PARTNER_DAYS = 365; ⟪unbounded-token-lifetime⟫
