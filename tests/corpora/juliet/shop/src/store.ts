import { log } from '@lib/logger.js';

export async function saveConversions(rows: unknown): Promise<void> {
  log.info({ rows: Array.isArray(rows) ? rows.length : 1 }, 'conversions saved');
}

export async function saveOrders(rows: unknown): Promise<void> {
  log.info({ rows: Array.isArray(rows) ? rows.length : 1 }, 'orders saved');
}
