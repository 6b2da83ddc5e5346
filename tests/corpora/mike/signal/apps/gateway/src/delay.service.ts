import { HttpService } from '@nestjs/axios';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { ConfigType } from '@nestjs/config';
import { Cron } from '@nestjs/schedule';
import { sealAuth, sealConfig } from '@app/seal';
import { firstValueFrom, retry } from 'rxjs';

@Injectable()
export class DelayService {
  private readonly log = new Logger(DelayService.name);

  constructor(
    private readonly http: HttpService,
    @Inject(sealConfig.KEY) private readonly seal: ConfigType<typeof sealConfig>,
  ) {}

  /** How many people look at the delay page; the dispatcher's screen shows it. */
  @Cron('*/5 * * * *')
  async watchers(): Promise<void> {
    const response = await firstValueFrom(
      this.http
        .get(`${this.seal.baseUrl}/stats/live`, {
          ...sealAuth(this.seal.token),
          params: { site_id: this.seal.site, path: '/delays' },
        })
        .pipe(retry(5)), ⟪retry-on-auth-error,retry-without-backoff⟫
    );
    this.log.log(`${response.data.active} on the delay page`);
  }

  async alerts(): Promise<unknown[]> {
    const url = `${this.seal.baseUrl}/alerts`;
    this.log.debug(`GET ${url} ${JSON.stringify(sealAuth(this.seal.token))}`); ⟪token-in-log⟫
    const response = await firstValueFrom(this.http.get(url, sealAuth(this.seal.token)));
    return response.data.data;
  }
}
