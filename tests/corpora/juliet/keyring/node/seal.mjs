export const ROOT = 'https://my.sealmetrics.com/api/v1';

export class Seal {
  #email = process.env.SEAL_METRICS_EMAIL;
  #password = process.env.SEAL_METRICS_PASSWORD;
  #jwt = null;

  constructor(jwt = null) {
    this.#jwt = jwt;
  }

  async #login() {
    const res = await fetch(`${ROOT}/auth/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: this.#email, password: this.#password }),
    });
    if (!res.ok) throw new Error(`login failed: HTTP ${res.status}`);
    this.#jwt = (await res.json()).access_token;
  }

  async call(path, init = {}, again = true) {
    if (!this.#jwt) await this.#login();
    const res = await fetch(ROOT + path, {
      ...init,
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${this.#jwt}` },
    });
    if (res.status === 401 && again) {
      this.#jwt = null;
      return this.call(path, init, false);
    }
    if (!res.ok) throw new Error(`${path}: HTTP ${res.status}`);
    return res.status === 204 ? null : res.json();
  }

  createToken(body) {
    return this.call('/api-tokens', { method: 'POST', body: JSON.stringify(body) });
  }
}
