const fetch = require('./fetching');
exports.visits = async () => {
  const res = await fetch('https://api.sealmetrics.com/v1/stats/daily', { headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY } });
  if (!res.ok) throw new Error(`status ${res.status}`);
  return res.json();
};
