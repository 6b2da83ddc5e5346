import { HttpEvent, HttpHandler, HttpInterceptor, HttpRequest } from '@angular/common/http';
import { Injectable } from '@angular/core';
import { Observable } from 'rxjs';
import { TokenStore } from './token-store.service';

const SEALMETRICS_ORIGIN = 'https://my.sealmetrics.com';

@Injectable()
export class SealmetricsInterceptor implements HttpInterceptor {
  constructor(private readonly tokens: TokenStore) {}

  intercept(req: HttpRequest<unknown>, next: HttpHandler): Observable<HttpEvent<unknown>> {
    if (!req.url.startsWith(SEALMETRICS_ORIGIN)) {
      return next.handle(req);
    }
    const authorized = req.clone({
      setHeaders: {
        Accept: 'application/json',
        Authorization: `Bearer ${this.tokens.current()}`, ⟪authorized-call-from-client⟫
      },
    });
    return next.handle(authorized);
  }
}
