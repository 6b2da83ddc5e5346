import { createClient } from '@rail/seal';
import { BOARD_SITE, BOARD_TOKEN } from './settings.js';

const client = createClient(BOARD_TOKEN);

export async function departures(station: string) {
  const { data } = await client.get('/stats', { params: { site_id: BOARD_SITE, page: `/departures/${station}` } });
  return data.rows;
}
