import { Controller, Get, Param, ServiceUnavailableException } from '@nestjs/common';
import { isTokenProblem, SealService } from '@app/seal';

@Controller('stations')
export class StationController {
  constructor(private readonly seal: SealService) {}

  @Get(':slug/interest')
  async interest(@Param('slug') slug: string) {
    try {
      const rows = await this.seal.pages(`/stations/${slug}`);
      return { slug, visits: rows.reduce((sum, row) => sum + row.visits, 0) };
    } catch (error) {
      if (isTokenProblem(error)) {
        throw new ServiceUnavailableException('analytics');
      }
      throw error;
    }
  }
}
