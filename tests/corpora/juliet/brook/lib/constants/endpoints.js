'use strict';

const HOST = 'api.sealmetrics.com';

module.exports = {
  SEAL_API: `https://${HOST}/v1`,
  SEAL_STREAM: `ws://${HOST}/v1/stream`, ⟪insecure-endpoint⟫
  SEAL_PIXEL: '//t.sealmetrics.com/t.js', ⟪insecure-scheme-fallback⟫
  KLAVIYO_STREAM: 'ws://klaviyo-gw.internal/stream',
};
