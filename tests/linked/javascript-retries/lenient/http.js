import axios from 'axios';
const headers = { 'X-API-Key': process.env.SEALMETRICS_API_KEY };
export const strict = axios.create({ baseURL: 'https://api.sealmetrics.com/v1', headers });
export const lenient = axios.create({ baseURL: 'https://api.sealmetrics.com/v1', headers, validateStatus: () => true });
export const some = axios.create({ baseURL: 'https://api.sealmetrics.com/v1', headers, validateStatus: (status) => status < 500 });
export const right = axios.create({ baseURL: 'https://api.sealmetrics.com/v1', headers, validateStatus: (status) => status >= 200 && status < 300 });
export const nullish = axios.create({ baseURL: 'https://api.sealmetrics.com/v1', headers, validateStatus: null });
