// Usage: node examples/list-accounts.js
const res = await fetch('https://api.sealmetrics.com/v1/accounts', {
  headers: {
    Authorization: 'Bearer YOUR_API_TOKEN',
    'Content-Type': 'application/json',
  },
});

if (res.status === 401) {
  console.error('Put your token in place of YOUR_API_TOKEN.');
  process.exit(1);
}

const { items } = await res.json();
for (const account of items) {
  console.log(account.id, account.name);
}

export {};
