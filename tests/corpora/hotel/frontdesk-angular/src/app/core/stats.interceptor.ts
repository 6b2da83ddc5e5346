import { HttpEvent, HttpHandler, HttpInterceptor, HttpRequest } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Observable } from 'rxjs';
import { finalize } from 'rxjs/operators';
import { SpinnerService } from './spinner.service';
import { StatsSession } from './stats-session.service';

const STATS_API = 'https://api.sealmetrics.com/v1/';

@Injectable()
export class StatsInterceptor implements HttpInterceptor {
  private readonly session = inject(StatsSession);
  private readonly spinner = inject(SpinnerService);

  intercept(req: HttpRequest<unknown>, next: HttpHandler): Observable<HttpEvent<unknown>> {
    if (!req.url.startsWith(STATS_API)) {
      return next.handle(req);
    }
    this.spinner.show();
    const authorized = req.clone({
      setHeaders: {
        Accept: 'application/json',
        Authorization: `Bearer ${this.session.token}`, ⟪authorized-call-from-client⟫
      },
    });
    return next.handle(authorized).pipe(finalize(() => this.spinner.hide()));
  }
}
