'use strict';

function bearer(token) {
  return { Authorization: `Bearer ${token}`, Accept: 'application/json' };
}

function raw(value) {
  return { Accept: 'application/json', 'User-Agent': 'brook/2', ...value };
}

module.exports = { bearer, raw };
