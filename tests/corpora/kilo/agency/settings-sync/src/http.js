import axios from 'axios';

const base = 'https://api.sealmetrics.com/v1';
const headers = () => ({ Authorization: `Bearer ${process.env.SYNC_SEALMETRICS_TOKEN}` });

export const SCOPES = ['read:analytics', 'write:settings'];
export const LIFETIME = 90;

export const strict = axios.create({ baseURL: base, headers: headers(), timeout: 10_000 });
export const lenient = axios.create({ baseURL: base, headers: headers(), timeout: 10_000, validateStatus: () => true });
