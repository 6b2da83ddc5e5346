import { useEffect, useState } from 'preact/hooks';

class StatsClient {
  static base = 'https://my.sealmetrics.com/api/v1';

  constructor(site) {
    this.site = site;
    this.secret = '⟦sm:jsx04⟧'; ⟪token-in-client-code⟫
  }

  headers() {
    return new Headers({ 'X-API-Key': this.secret, Accept: 'application/json' });
  }

  async registrations() {
    const res = await fetch(`${StatsClient.base}/stats/${this.site}/registrations`, { headers: this.headers() }); ⟪authorized-call-from-client⟫
    if (!res.ok) throw new Error(`registrations: ${res.status}`);
    return (await res.json()).total;
  }
}

const client = new StatsClient('gala-2026');

export function CountdownBanner({ seats }) {
  const [taken, setTaken] = useState(0);

  useEffect(() => {
    client.registrations().then(setTaken, () => setTaken(0));
    document.title = `Gala · ${seats} seats`;
  }, [seats]);

  return <div class="banner">{seats - taken} seats left</div>;
}
