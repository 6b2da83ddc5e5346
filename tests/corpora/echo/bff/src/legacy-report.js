const needle = require('needle');

const ACCOUNT = '⟦objid:129⟧';
const legacy = {
  host: 'app.sealmetrics.com',
  session: '⟦jwtexp:129⟧', ⟪hardcoded-jwt⟫
};

function url(path, query) {
  return `https://${legacy.host}/api/${path}?${new URLSearchParams({ account_id: ACCOUNT, ...query })}`;
}

async function micro(range) {
  const res = await needle('get', url('report/microconversions', range), {
    headers: { Authorization: `Bearer ${legacy.session}`, Accept: 'application/json' },
    open_timeout: 5000,
  });
  if (res.statusCode !== 200) {
    throw new Error(`microconversions answered ${res.statusCode}`);
  }
  return res.body;
}

module.exports = { micro };
