import { HttpErrorResponse, HttpEvent, HttpHandlerFn, HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { Observable, catchError, throwError } from 'rxjs';
import { SessionService } from './session.service';

const SEALMETRICS_ORIGIN = 'https://my.sealmetrics.com';

export function sealInterceptor(req: HttpRequest<unknown>, next: HttpHandlerFn): Observable<HttpEvent<unknown>> {
  const session = inject(SessionService);

  if (!req.url.startsWith(SEALMETRICS_ORIGIN)) {
    return next(req);
  }

  const authorized = req.clone({
    setHeaders: {
      Authorization: `Bearer ${session.sealmetricsToken()}`, ⟪authorized-call-from-client⟫
    },
  });

  return next(authorized).pipe(
    catchError((error: HttpErrorResponse) => {
      if (error.status === 401) {
        window.location.assign('/sign-in');
      }
      return throwError(() => error);
    }),
  );
}
