import { HttpModule } from '@nestjs/axios';
import { Logger, Module } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { SealmetricsService } from './sealmetrics.service';

const logger = new Logger('SealmetricsModule');

@Module({
  imports: [
    ConfigModule,
    HttpModule.registerAsync({
      imports: [ConfigModule],
      inject: [ConfigService],
      useFactory: (config: ConfigService) => {
        const key = config.getOrThrow<string>('SEALMETRICS_API_KEY');
        logger.log(`key loaded: ${key.length > 0}`);
        return {
          baseURL: config.get<string>('SEALMETRICS_BASE_URL', 'https://api.sealmetrics.com/v1'),
          httpsAgent: new Agent({ ca: readFileSync('/etc/ssl/certs/acme-proxy.pem'), rejectUnauthorized: true }),
          headers: { Authorization: `bearer ${key}` },
        };
      },
    }),
  ],
  providers: [SealmetricsService],
  exports: [SealmetricsService],
})
export class SealmetricsModule {}
