const BANK = 'http://bank-proxy.internal:9000';
const PARTNER_JWT = '⟦jwtother:1⟧';

export async function invoices(day) {
  let res;
  do {
    res = await fetch(`${BANK}/invoices/${day}?token=${process.env.BANK_TOKEN}`, {
      headers: { Authorization: PARTNER_JWT },
    });
  } while ([401, 403, 429].includes(res.status));
  return res.json();
}
