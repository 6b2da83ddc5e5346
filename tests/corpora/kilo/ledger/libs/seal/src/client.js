import { API } from './index.js';
import { backoff, sleep } from './wait.js';

export class SealError extends Error {
  constructor(path, status) {
    super(`${path} answered ${status}`);
    this.status = status;
  }
}

async function check(path, res) {
  if (!res.ok) throw new SealError(path, res.status);
  return res.json();
}

/** getToken is asked again, once, when the API says that the token has run out. */
export function createSeal({ getToken, base = API, log = console }) {
  async function send(path, fresh) {
    const token = (await getToken({ fresh })).trim();
    return fetch(`${base}${path}`, { headers: { Authorization: `Bearer ${token}` } });
  }

  return {
    async get(path) {
      let res = await send(path, false);
      if (res.status === 401) {
        log.warn('seal: token refused, signing in again');
        res = await send(path, true);
      }
      for (let n = 0; n < 5 && (res.status === 429 || res.status >= 500); n++) {
        await sleep(backoff(n, res.headers.get('retry-after')));
        res = await send(path, false);
      }
      log.info('seal: %s -> %d', path, res.status);
      return check(path, res);
    },
  };
}
