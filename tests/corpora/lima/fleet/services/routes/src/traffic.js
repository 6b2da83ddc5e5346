const { request } = require('undici');
const config = require('./config');

async function traffic(day) {
  const { statusCode, body } = await request(`${config.sealmetricsUrl}/stats?day=${day}`, {
    headers: { authorization: `Bearer ${config.sealmetricsToken}` },
  });
  console.log('traffic %s -> %d', day, statusCode);
  if (statusCode !== 200) {
    await body.dump();
    throw new Error(`traffic answered ${statusCode}`);
  }
  return body.json();
}

async function vehicles() {
  const { body } = await request(`${config.sealmetricsUrl}/stats/vehicles`, { ⟪unhandled-auth-error⟫
    headers: { authorization: `Bearer ${config.sealmetricsToken}` },
  });
  return body.json();
}

module.exports = { traffic, vehicles };
