import { Module } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { ScheduleModule } from '@nestjs/schedule';
import { SealModule } from '@app/seal';
import { BoxService } from './box.service';
import { DelayService } from './delay.service';
import { StationController } from './station.controller';

@Module({
  imports: [ConfigModule.forRoot(), ScheduleModule.forRoot(), SealModule],
  controllers: [StationController],
  providers: [BoxService, DelayService],
})
export class GatewayModule {}
