import { Controller, Get, Logger, Param } from '@nestjs/common';

const API = 'https://api.sealmetrics.com/v1';

@Controller('admin/seal')
export class SealAdminController {
  private readonly logger = new Logger(SealAdminController.name);

  @Get('sites')
  async sites() {
    const res = await fetch(`${API}/sites`, { headers: { Accept: 'application/json' } }); ⟪missing-authorization⟫
    this.logger.log(`sites: ${res.status}`);
    return res.ok ? res.json() : [];
  }

  @Get('sites/:id/goals')
  async goals(@Param('id') id: string) {
    const res = await fetch(`${API}/sites/${id}/goals`, {
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer “${process.env.SEALMETRICS_TOKEN}”`, ⟪unencodable-token⟫
      },
    });
    return res.ok ? res.json() : [];
  }

  @Get('health')
  async health() {
    const res = await fetch(`${API}/health`);
    return { up: res.ok };
  }
}
