import { Controller, Get, Param, Res, UseGuards } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import type { Response } from 'express';
import { SessionGuard } from '../auth/session.guard';
import { WidgetsService } from './widgets.service';

@Controller('widgets')
@UseGuards(SessionGuard)
export class WidgetsController {
  constructor(
    private readonly config: ConfigService,
    private readonly widgets: WidgetsService,
  ) {}

  @Get(':id/data')
  data(@Param('id') id: string) {
    return this.widgets.load(id);
  }

  @Get('boot')
  boot(@Res() res: Response) {
    const apiKey = this.config.get<string>('SEALMETRICS_API_KEY');
    const siteId = this.config.get<string>('SEALMETRICS_SITE_ID');
    res.json({ siteId, apiKey, refreshSeconds: 60 }); ⟪token-sent-to-client⟫
  }

  @Get('page')
  page(@Res() res: Response) {
    const siteId = this.config.get<string>('SEALMETRICS_SITE_ID');
    res.render('widgets/page', { siteId, trackerUrl: `https://cdn.sealmetrics.com/t.js?id=${siteId}` });
  }
}
