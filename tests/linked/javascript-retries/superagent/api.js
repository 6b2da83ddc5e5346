import superagent from 'superagent';
export const visits = async () =>
  (await superagent
    .get('https://api.sealmetrics.com/v1/stats/daily')
    .set('X-API-Key', process.env.SEALMETRICS_API_KEY)
    .retry(3, (err, res) => !!err || res.status >= 400)).body; ⟪retry-on-auth-error, retry-without-backoff⟫
export const shop = async () => (await superagent.get('https://shop.example/v1').retry(3, () => true)).body;
