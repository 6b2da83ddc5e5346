import { HttpService } from '@nestjs/axios';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { ConfigType } from '@nestjs/config';
import { catchError, firstValueFrom, map } from 'rxjs';
import { sealAuth } from './auth';
import { isTokenProblem, patiently } from './operators';
import { sealConfig } from './seal.config';

@Injectable()
export class SealService {
  private readonly log = new Logger(SealService.name);

  constructor(
    private readonly http: HttpService,
    @Inject(sealConfig.KEY) private readonly config: ConfigType<typeof sealConfig>,
  ) {}

  pages(prefix: string): Promise<{ path: string; visits: number }[]> {
    return firstValueFrom(
      this.http
        .get(`${this.config.baseUrl}/stats/pages`, {
          ...sealAuth(this.config.token),
          params: { site_id: this.config.site, prefix },
        })
        .pipe(
          patiently(),
          map((response) => response.data.data),
          catchError((error) => {
            if (isTokenProblem(error)) {
              this.log.error(`the token is refused (${error.response.status})`);
            }
            throw error;
          }),
        ),
    );
  }
}
