import axios from 'axios';
import axiosRetry from 'axios-retry';
import { hasty } from './policies.js';
export const shop = axios.create({ baseURL: 'https://shop.example/v1' });
axiosRetry(shop, hasty);
