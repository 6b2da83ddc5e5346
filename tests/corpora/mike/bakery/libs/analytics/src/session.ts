import ky from 'ky';
import { decodeJwt } from 'jose';

/** A user's session for the back office: logs in once, renews the access token a minute before its end. */
export class Session {
  private access?: string;
  private refreshCookie?: string;

  constructor(
    private readonly email: string,
    private readonly password: string,
    private readonly base = 'https://my.sealmetrics.com/api/v1',
  ) {}

  async token(): Promise<string> {
    if (this.access && (decodeJwt(this.access).exp ?? 0) * 1000 > Date.now() + 60_000) {
      return this.access;
    }
    const response = this.refreshCookie
      ? await ky.post(`${this.base}/auth/refresh`, { headers: { cookie: `sm_refresh_token=${this.refreshCookie}` } })
      : await ky.post(`${this.base}/auth/token`, { json: { email: this.email, password: this.password } });
    this.refreshCookie = response.headers.getSetCookie().find((c) => c.startsWith('sm_refresh_token='))?.split(/[=;]/)[1];
    this.access = (await response.json<{ access_token: string }>()).access_token;
    return this.access;
  }
}
