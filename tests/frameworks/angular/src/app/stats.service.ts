import { HttpClient, HttpHeaders } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { environment } from '../environments/environment';

@Injectable({ providedIn: 'root' })
export class StatsService {
  private readonly http = inject(HttpClient);

  visits() {
    return this.http.get('/api/visits');
  }

  direct() {
    const headers = new HttpHeaders().set('X-API-Key', environment.sealmetrics.token);
    return this.http.get(`${environment.sealmetrics.base}/stats/visits`, { headers }); ⟪authorized-call-from-client⟫
  }
}
