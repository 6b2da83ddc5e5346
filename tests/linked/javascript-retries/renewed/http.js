import axios from 'axios';
import { refreshToken } from './auth.js';
export const http = axios.create({ baseURL: 'https://api.sealmetrics.com/v1', headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY } });
http.interceptors.response.use(undefined, async (error) => {
  const config = error.config;
  if (error.response?.status === 401 && !config.retried) {
    config.retried = true;
    config.headers.Authorization = `Bearer ${await refreshToken()}`;
    return http.request(config);
  }
  throw error;
});
