// npx node scripts/first-call.js acme-shop
const site = process.argv[2] || 'acme-shop';

const headers = {
  Accept: 'application/json',
  Authorization: 'Bearer YOUR_API_TOKEN', ⟪placeholder-token⟫
};

async function main() {
  const res = await fetch(`https://api.sealmetrics.com/v1/sites/${site}/daily`, { headers });
  if (!res.ok) {
    console.error(`HTTP ${res.status}`);
    process.exitCode = 1;
    return;
  }
  console.table(await res.json());
}

main();
