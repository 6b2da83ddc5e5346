export const WEBSHOP_SCOPES = ['stats:read', 'admin']; ⟪excessive-scope⟫
export const LIFETIME_DAYS = 30;

export const CART_TTL_DAYS = 400;
export const ROLES = ['admin', 'superadmin', 'cellar'];
