import { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { SessionService } from './session.service';

const BACKEND = 'https://admin-api.acme.test/';

export const backendInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith(BACKEND)) {
    return next(request);
  }
  const session = inject(SessionService);
  const csrf = document.cookie.match(/XSRF-TOKEN=([^;]+)/)?.[1] ?? '';
  localStorage.setItem('lastCall', new Date().toISOString());
  return next(
    request.clone({
      setHeaders: {
        Authorization: `Bearer ${session.token()}`,
        'X-XSRF-TOKEN': csrf,
      },
    }),
  );
};
