const config = require('config');

const endpoint = config.get('analytics.endpoint');

async function read(path, token) {
  const answer = await fetch(`${endpoint}${path}`, { headers: { Authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`board: ${answer.status}`);
  return answer.json();
}

exports.feed = () => read('/stats/feed', config.get('analytics.feed.token'));
exports.spare = () => read('/stats/spare', config.get('analytics.spare.token'));
exports.mail = async () => {
  const answer = await fetch(config.get('mail.endpoint') + '/stats', { headers: { Authorization: `Bearer ${config.get('mail.token')}` } });
  if (!answer.ok) throw new Error(`mail: ${answer.status}`);
  return answer.json();
};
