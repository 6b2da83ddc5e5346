const fetchRetry = require('fetch-retry');
module.exports = fetchRetry(globalThis.fetch, {
  retries: 5,
  retryDelay: 200, ⟪retry-without-backoff⟫
  retryOn: [401, 429, 503], ⟪retry-on-auth-error⟫
});
