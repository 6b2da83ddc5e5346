import { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { environment } from '../../environments/environment';
import { SessionService } from './session.service';

/** Adds the console's own session to calls of our back end, which talks to api.sealmetrics.com for us. */
export const authInterceptor: HttpInterceptorFn = (req, next) => {
  if (!req.url.startsWith(environment.apiUrl)) {
    return next(req);
  }
  const session = inject(SessionService);
  return next(
    req.clone({
      setHeaders: { Authorization: `Bearer ${session.idToken()}` },
      withCredentials: true,
    }),
  );
};
