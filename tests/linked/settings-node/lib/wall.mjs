import { readFile } from 'node:fs/promises';
import axios from 'axios';

const config = JSON.parse(await readFile(new URL('./wall.json', import.meta.url), 'utf8'));
const client = axios.create({ baseURL: 'https://my.sealmetrics.com/api/v1', headers: { 'X-API-Key': config.wall.key } });

export const wall = async () => (await client.get('/stats/wall')).data;
