import { HttpService } from '@nestjs/axios';
import { Injectable, Logger } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { firstValueFrom } from 'rxjs';

@Injectable()
export class SealService {
  private readonly logger = new Logger(SealService.name);
  private readonly base = 'https://api.sealmetrics.com/v1';

  constructor(
    private readonly http: HttpService,
    private readonly config: ConfigService,
  ) {}

  private headers(): Record<string, string> {
    const token = this.config.getOrThrow<string>('SEALMETRICS_TOKEN');
    return { Authorization: ['Bearer', token].join(' '), Accept: 'application/json' };
  }

  async anomalies(site: string): Promise<unknown[]> {
    const { data, status } = await firstValueFrom(
      this.http.get(`${this.base}/sites/${site}/anomalies`, { headers: this.headers(), timeout: 15000 }),
    );
    this.logger.log(`anomalies of ${site}: ${status}`);
    return data;
  }
}
