'use strict';

const http = require('http');
const fs = require('fs');
const readline = require('readline');

function options(path) {
  return {
    protocol: 'http:', ⟪insecure-endpoint⟫
    hostname: 'app.sealmetrics.com',
    path: '/api/' + path,
    method: 'GET',
    headers: {
      Accept: 'application/json',
      'X-Auth-Token': process.env.SEALMETRICS_API_TOKEN, ⟪misspelled-header⟫
    },
  };
}

function fetchDay(day) {
  return new Promise((resolve, reject) => {
    const req = http.request(options('report/acquisition?date=' + day), (res) => {
      let text = '';
      res.setEncoding('utf8');
      res.on('data', (chunk) => (text += chunk));
      res.on('end', () => {
        if (res.statusCode !== 200) return reject(new Error('HTTP ' + res.statusCode));
        resolve(JSON.parse(text));
      });
    });
    req.on('error', reject);
    req.end();
  });
}

async function main(file) {
  const lines = readline.createInterface({ input: fs.createReadStream(file) });
  for await (const day of lines) {
    const rows = await fetchDay(day.trim());
    fs.appendFileSync('acquisition.csv', rows.map((r) => [day, r.source, r.clicks].join(',')).join('\n') + '\n');
  }
}

main(process.argv[2]).catch((err) => {
  console.error(err.message);
  process.exit(1);
});
