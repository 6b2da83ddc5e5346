'use strict';

const HOST = 'my.sealmetrics.com';
const PREFIX = 'Bearer ';

module.exports = {
  API: `https://${HOST}/api/v1`,
  PREFIX,
  STATUS: { OK: 200, UNAUTHORIZED: 401, FORBIDDEN: 403, BUSY: 429 },
  WAITS: [500, 2000, 8000, 20000],
};
