export const BUSY = [429, 502, 503];
export const AGAIN = [
  401, ⟪retry-on-auth-error⟫
  429,
  503,
];
