import { HttpService } from '@nestjs/axios';
import { Inject, Injectable } from '@nestjs/common';
import { ConfigType } from '@nestjs/config';
import { signalBoxConfig } from '@app/seal';
import { firstValueFrom, retry } from 'rxjs';

/** The signal box: no proxy, no limits, one network cable. */
@Injectable()
export class BoxService {
  constructor(
    private readonly http: HttpService,
    @Inject(signalBoxConfig.KEY) private readonly box: ConfigType<typeof signalBoxConfig>,
  ) {}

  async aspect(signal: number): Promise<string> {
    const response = await firstValueFrom(
      this.http
        .get(`${this.box.baseUrl}/signals/${signal}`, { headers: { Authorization: this.box.pin } })
        .pipe(retry({ count: 100, delay: 0 })),
    );
    return response.data.aspect;
  }
}
