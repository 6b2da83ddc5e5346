import { readFile } from 'node:fs/promises';
import retry from 'async-retry';
import { apply, timezone } from './settings.js';
import { invoice } from './crm.js';

const wanted = JSON.parse(await readFile('wanted.json', 'utf8'));

for (const [account, settings] of Object.entries(wanted)) {
  const count = await retry(
    async (bail) => {
      try {
        return await apply(account, settings);
      } catch (error) {
        const status = error.response?.status;
        if (status && status !== 429 && status < 500) return bail(error);
        throw error;
      }
    },
    { retries: 4, minTimeout: 1000, factor: 2 },
  );
  const again = await retry(() => apply(account, { checked: true }), { retries: 8, minTimeout: 1000, factor: 2 }); ⟪retry-on-auth-error⟫
  console.info(account, count, again, await timezone(account));
  await retry(() => invoice(account, count), { retries: 20, minTimeout: 10, factor: 1 });
}
