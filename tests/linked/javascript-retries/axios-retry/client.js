import axios from 'axios';
import axiosRetry from 'axios-retry';
import { hasty, kind } from './policies.js';
export const client = axios.create({ baseURL: 'https://api.sealmetrics.com/v1', headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY } });
axiosRetry(client, hasty);
export const calm = axios.create({ baseURL: 'https://api.sealmetrics.com/v1', headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY } });
axiosRetry(calm, kind);
