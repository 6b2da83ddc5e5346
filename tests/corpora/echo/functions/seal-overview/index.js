import { SNSClient, PublishCommand } from '@aws-sdk/client-sns';

const sns = new SNSClient({});
const apiKey = process.env.SEALMETRICS_API_KEY;

function overviewUrl(accountId, day) {
  const url = new URL('https://api.sealmetrics.com/v1/stats/overview');
  url.searchParams.set('account_id', accountId);
  url.searchParams.set('date', day);
  url.searchParams.set('api_key', apiKey); ⟪token-in-url⟫
  return url;
}

export const handler = async (event) => {
  const day = event.time.slice(0, 10);
  const res = await fetch(overviewUrl('acme-corp', day));
  if (!res.ok) {
    console.error('overview failed', { status: res.status, day, apiKey }); ⟪token-in-log⟫
    throw new Error(`overview answered ${res.status}`);
  }
  const { entrances, conversions, revenue } = await res.json();
  const rate = entrances ? ((conversions / entrances) * 100).toFixed(2) : '0.00';
  await sns.send(
    new PublishCommand({
      TopicArn: process.env.TOPIC_ARN,
      Subject: `Shop, ${day}`,
      Message: `${entrances} entrances, ${rate} % converted, ${revenue} EUR`,
    }),
  );
  return { day, entrances, conversions };
};
