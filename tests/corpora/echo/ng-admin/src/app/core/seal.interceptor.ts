import { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { SessionService } from './session.service';

const SEAL_ORIGIN = 'https://api.sealmetrics.com/';

export const sealInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith(SEAL_ORIGIN)) {
    return next(request);
  }
  const sealToken = inject(SessionService).sealToken();
  document.body.classList.add('loading');
  return next(
    request.clone({
      setHeaders: {
        Accept: 'application/json',
        Authorization: `Bearer ${sealToken}`, ⟪authorized-call-from-client⟫
      },
    }),
  );
};
