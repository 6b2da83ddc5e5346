import axios from 'axios';
export const seal = axios.create({ baseURL: 'https://api.sealmetrics.com/v1', headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY } });
