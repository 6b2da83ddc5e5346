#!/usr/bin/env node
import http from 'node:http';
import { writeFile } from 'node:fs/promises';

const session = process.env.SEALMETRICS_TOKEN;

const common = {
  protocol: 'http:', ⟪insecure-endpoint⟫
  hostname: 'my.sealmetrics.com',
  headers: { Accept: 'application/json', Authorization: `Bearer ${session}` },
};

const printer = {
  protocol: 'http:',
  hostname: 'printer.kite.example',
  port: 631,
};

function request(options) {
  return new Promise((resolve, reject) => {
    const call = http.request(options, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => (response.statusCode === 200 ? resolve(body) : reject(new Error(String(response.statusCode)))));
    });
    call.on('error', reject);
    call.end();
  });
}

const snapshot = await request({ ...common, path: '/api/v1/stats/snapshot' });
await writeFile('snapshot.json', snapshot);
await request({ ...printer, path: '/jobs/new', method: 'POST' });
