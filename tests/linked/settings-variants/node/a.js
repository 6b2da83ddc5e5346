const { api: { token } } = require('./secrets.json');
const { stats } = JSON.parse(require('fs').readFileSync('./stats.json').toString());

exports.a = async () => {
  const answer = await fetch('https://my.sealmetrics.com/api/v1/stats', { headers: { Authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
};
exports.b = async () => {
  const answer = await fetch('https://my.sealmetrics.com/api/v1/stats', { headers: { 'X-API-Key': stats.key } });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
};
