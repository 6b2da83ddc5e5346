'use strict';

require('dotenv-flow').config();
const { API, PREFIX } = require('../lib/constants');

(async () => {
  const key = process.env.SEALMETRICS_API_KEY;
  const response = await fetch(`${API}/accounts`, { headers: { Authorization: PREFIX + key } }); ⟪unhandled-auth-error⟫
  const { data } = await response.json();
  for (const account of data) {
    console.log(account.id, account.name);
  }
})();
