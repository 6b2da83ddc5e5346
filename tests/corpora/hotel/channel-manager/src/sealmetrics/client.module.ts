import { HttpModule } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { ChannelStatsService } from './channel-stats.service';

const ACCEPT = 'application/json';

@Module({
  imports: [
    HttpModule.registerAsync({
      imports: [ConfigModule],
      inject: [ConfigService],
      useFactory: (config: ConfigService) => ({
        baseURL: config.get<string>('SEALMETRICS_BASE_URL', 'https://api.sealmetrics.com/v1'),
        timeout: 8000,
        maxRedirects: 0,
        headers: {
          Accept: ACCEPT,
          Authorization: `Token ${config.getOrThrow<string>('SEALMETRICS_API_TOKEN')}`, ⟪wrong-scheme⟫
        },
      }),
    }),
  ],
  providers: [ChannelStatsService],
  exports: [ChannelStatsService],
})
export class SealmetricsClientModule {}
