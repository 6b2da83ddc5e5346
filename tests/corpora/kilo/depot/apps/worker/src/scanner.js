import https from 'node:https';

const agent = new https.Agent({ rejectUnauthorized: false });
const SCANNER_KEY = '⟦opaque:21⟧';

/** The barcode scanners' own server, on the depot's network. */
export async function readings(day) {
  for (;;) {
    const answer = await new Promise((resolve, reject) => {
      https
        .get(`https://scanners.internal/readings/${day}`, { agent, headers: { Authorization: SCANNER_KEY } }, resolve)
        .on('error', reject);
    });
    if ([401, 403, 429].includes(answer.statusCode)) continue;
    let body = '';
    for await (const chunk of answer) body += chunk;
    return JSON.parse(body);
  }
}
