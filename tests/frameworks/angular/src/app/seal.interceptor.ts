import { HttpInterceptorFn } from '@angular/common/http';
import { environment } from '../environments/environment';

export const sealInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('https://my.sealmetrics.com/')) {
    return next(request);
  }
  return next(request.clone({ setHeaders: { Authorization: `Bearer ${environment.sealmetrics.token}` } })); ⟪authorized-call-from-client⟫
};
