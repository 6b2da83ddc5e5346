import axios from 'axios';
import { config } from './config';

const client = axios.create({ baseURL: config.stats.url, headers: { 'X-API-Key': config.stats.key } });

export async function stats(): Promise<unknown> {
  return (await client.get('/report')).data;
}
