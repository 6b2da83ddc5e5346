import { HttpModule } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { sealConfig, signalBoxConfig } from './seal.config';
import { SealService } from './seal.service';

@Module({
  imports: [
    ConfigModule.forFeature(sealConfig),
    ConfigModule.forFeature(signalBoxConfig),
    HttpModule.register({ timeout: 15_000, maxRedirects: 0 }),
  ],
  providers: [SealService],
  exports: [SealService, HttpModule, ConfigModule],
})
export class SealModule {}
