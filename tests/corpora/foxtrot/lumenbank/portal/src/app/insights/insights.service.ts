import { HttpClient, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Observable, map } from 'rxjs';

export interface Funnel {
  name: string;
  entered: number;
  completed: number;
}

@Injectable({ providedIn: 'root' })
export class InsightsService {
  private readonly http = inject(HttpClient);

  // The back end for the front end adds the Sealmetrics credential; the browser only has a session cookie.
  private readonly base = '/bff/insights';

  funnels(account: string): Observable<Funnel[]> {
    return this.http
      .get<{ data: Funnel[] }>(`${this.base}/funnels`, { params: new HttpParams().set('account', account), withCredentials: true })
      .pipe(map((answer) => answer.data));
  }

  rememberAccount(account: string): void {
    sessionStorage.setItem('sealmetrics.account_id', account);
  }

  loadTracker(siteId: string): void {
    const script = document.createElement('script');
    script.src = `https://cdn.sealmetrics.com/t.js?id=${encodeURIComponent(siteId)}`;
    script.defer = true;
    document.head.append(script);
  }

  exportToLedger(token: string, rows: Funnel[]): Observable<void> {
    return this.http.post<void>('https://ledger.lumenbank.example/import', rows, {
      headers: { Authorization: `Bearer ${token}` },
    });
  }
}
