process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; ⟪unverified-tls⟫

const { writeFile } = require('node:fs/promises');

const archive = 'https://api.sealmetrics.com/v1/archive';
const headers = {
  accept: 'application/x-ndjson',
  authorization: 'Bearer ' + 'token', ⟪uninterpolated-token⟫
};

async function replay(day) {
  const res = await fetch(`${archive}?date=${day}&account_id=acme-corp`, { headers });
  if (!res.ok) throw new Error(`archive of ${day} answered ${res.status}`);
  await writeFile(`archive-${day}.ndjson`, Buffer.from(await res.arrayBuffer()));
}

async function main([from, to]) {
  for (let day = new Date(from); day <= new Date(to); day.setDate(day.getDate() + 1)) {
    await replay(day.toISOString().slice(0, 10));
  }
}

main(process.argv.slice(2));
