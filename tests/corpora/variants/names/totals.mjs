import http2 from 'node:http2';

const { HTTP2_HEADER_AUTHORIZATION, HTTP2_HEADER_PATH } = http2.constants;

const client = http2.connect('https://api.sealmetrics.com');
export const totals = () =>
  client.request({
    [HTTP2_HEADER_PATH]: '/v1/totals',
    [HTTP2_HEADER_AUTHORIZATION]: `Bearer: ${process.env.SEALMETRICS_TOKEN}`, ⟪malformed-whitespace⟫
  });
