import Router from '@koa/router';
import { createHash, randomBytes } from 'node:crypto';
import { tokens } from './token-store';

const SEALMETRICS_CLIENT_ID = '⟦uuid:131⟧';
const ISSUER = 'https://my.sealmetrics.com';
const CALLBACK = 'http://localhost:3000/oauth/callback';

const router = new Router();
const base64url = (b: Buffer) => b.toString('base64url');

router.get('/oauth/start', (ctx) => {
  const verifier = base64url(randomBytes(32));
  ctx.session.verifier = verifier;
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: SEALMETRICS_CLIENT_ID,
    redirect_uri: CALLBACK,
    scope: 'analytics:read',
    code_challenge: base64url(createHash('sha256').update(verifier).digest()),
    code_challenge_method: 'S256',
  });
  ctx.redirect(`${ISSUER}/oauth/authorize?${query}`);
});

router.get('/oauth/callback', async (ctx) => {
  const res = await fetch(`${ISSUER}/oauth/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: String(ctx.query.code),
      client_id: SEALMETRICS_CLIENT_ID,
      redirect_uri: CALLBACK,
      code_verifier: ctx.session.verifier,
    }),
  });
  ctx.assert(res.ok, 502, `token endpoint answered ${res.status}`);
  await tokens.save(ctx.state.user.id, await res.json());
  ctx.redirect('/');
});

export default router;
