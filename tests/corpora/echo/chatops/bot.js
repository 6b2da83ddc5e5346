const { App } = require('@slack/bolt');
const axios = require('axios');

const app = new App({ token: process.env.SLACK_BOT_TOKEN, signingSecret: process.env.SLACK_SIGNING_SECRET });

const SEAL = 'https://api.sealmetrics.com/v1';
const sealToken = process.env.SEALMETRICS_API_TOKEN;

async function summary(account) {
  const { data } = await axios.get(`${SEAL}/stats/summary`, {
    params: { account_id: account },
    headers: { authorization: `Bearer \u200b${sealToken}` }, ⟪unencodable-token⟫
  });
  return data;
}

app.command('/visits', async ({ command, ack, respond }) => {
  await ack();
  const account = command.text.trim() || 'acme-corp';
  try {
    const { visits, conversions } = await summary(account);
    await respond(`${account}: ${visits} visits, ${conversions} conversions`);
  } catch (err) {
    console.error(`summary of ${account}: ${err.message}`);
    throw new Error(`Sealmetrics refused ${sealToken} for ${account}`); ⟪token-in-log⟫
  }
});

app.start(process.env.PORT || 3000).then(() => console.log('bot is up'));
