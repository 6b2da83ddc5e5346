import { Pool } from 'undici';
import pino from 'pino';

const log = pino({ name: 'stats-pool' });

const defaults = {
  origin: 'https://my.sealmetrics.com',
  key: '⟦sm:js02⟧', ⟪hardcoded-token⟫
  connections: 4,
  pageSize: 500,
};

export class StatsPool {
  #pool;
  #options;

  constructor(overrides = {}) {
    this.#options = { ...defaults, ...overrides };
    this.#pool = new Pool(this.#options.origin, {
      connections: this.#options.connections,
      connect: {
        timeout: 10_000,
        rejectUnauthorized: false, ⟪unverified-tls⟫
      },
    });
  }

  async page(site, number) {
    const { statusCode, body } = await this.#pool.request({
      method: 'GET',
      path: `/api/v1/stats/${site}/conversions?page=${number}&page_size=${this.#options.pageSize}`,
      headers: {
        accept: 'application/json',
        'x-api-key': this.#options.key,
      },
    });
    if (statusCode !== 200) {
      await body.dump();
      throw new Error(`stats page ${number} answered ${statusCode}`);
    }
    const payload = await body.json();
    log.info({ site, number, rows: payload.rows.length }, 'page fetched');
    return payload.rows;
  }

  close() {
    return this.#pool.close();
  }
}
