import { HttpService } from '@nestjs/axios';
import { Injectable, Logger } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { firstValueFrom } from 'rxjs';
import { SourceRow } from './dto/source-row.dto';

@Injectable()
export class AnalyticsService {
  private readonly logger = new Logger(AnalyticsService.name);
  private readonly base = 'https://my.sealmetrics.com/api/v1';

  constructor(
    private readonly http: HttpService,
    private readonly config: ConfigService,
  ) {}

  async sources(accountId: string, from: string, to: string): Promise<SourceRow[]> {
    const token = this.config.getOrThrow<string>('SEALMETRICS_API_TOKEN');
    const { data, status } = await firstValueFrom(
      this.http.get<{ rows: SourceRow[] }>(`${this.base}/stats/sources`, {
        params: { account_id: accountId, from, to },
        headers: {
          Accept: 'application/json',
          Authorization: `Token ${token}`, ⟪wrong-scheme⟫
        },
      }),
    );
    this.logger.log(`sources of ${accountId}: ${data.rows.length} rows, HTTP ${status}`);
    return data.rows.sort((a, b) => b.entrances - a.entrances);
  }
}
