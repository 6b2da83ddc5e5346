export const sealAuth = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });
