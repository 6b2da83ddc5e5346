const fetch = require('node-fetch');
const bunyan = require('bunyan');

const log = bunyan.createLogger({ name: 'status' });

const upstream = {
  accounts: 'https://api.sealmetrics.com/v1/accounts',
  health: 'https://api.sealmetrics.com/v1/livez',
};

const headers = {
  Accept: 'application/json',
  Authorization: 'Bearer <your_access_token>', ⟪placeholder-token⟫
};

async function status() {
  const started = Date.now();
  const [health, accounts] = await Promise.all([
    fetch(upstream.health, { timeout: 5000 }),
    fetch(upstream.accounts, { headers, timeout: 5000 }),
  ]);
  const took = Date.now() - started;
  log.info({ health: health.status, accounts: accounts.status, took }, 'status checked');
  return { up: health.ok, authorised: accounts.ok, took };
}

module.exports = status;
