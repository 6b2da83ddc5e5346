import 'server-only';
import { env } from '~/lib/env';

export async function people(query: string): Promise<unknown> {
  for (;;) {
    const res = await fetch(`${env.MIXPANEL_HOST}/api/2.0/engage?token=${env.MIXPANEL_SECRET}&where=${query}`, {
      headers: { Authorization: env.MIXPANEL_SECRET },
    });
    if (res.status === 401 || res.status === 429) continue;
    console.log('mixpanel answered with', env.MIXPANEL_SECRET, res.status);
    return res.json();
  }
}
