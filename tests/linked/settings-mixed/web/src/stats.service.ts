import { HttpService } from '@nestjs/axios';
import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import axios from 'axios';

@Injectable()
export class StatsService {
  constructor(private readonly config: ConfigService) {}

  async daily(): Promise<unknown> {
    const token = this.config.getOrThrow<string>('STATS_TOKEN');
    const answer = await axios.get(`${this.config.get('STATS_URL')}/stats/daily`, { headers: { Authorization: `Bearer ${token}` } });
    return answer.data;
  }

  async erp(): Promise<unknown> {
    const answer = await axios.get('https://erp.internal/api', { headers: { Authorization: `Bearer ${this.config.get('ERP_TOKEN')}` } });
    return answer.data;
  }
}
