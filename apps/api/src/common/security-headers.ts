import type { SecurityHeadersOptions } from '@nestjs/common';
import type { Settings } from '../config/settings.ts';

const yearInSeconds = 31_536_000;

/** Headers on everything that leaves this process. The pages load from their own host and nowhere else. */
export function securityHeaders(settings: Pick<Settings, 'publicUrl'>): SecurityHeadersOptions {
  const isSecure = settings.publicUrl.startsWith('https:');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': "'none'",
        'script-src': "'self'",
        'style-src': "'self'",
        'connect-src': "'self'",
        'img-src': ["'self'", 'data:'],
        'font-src': "'self'",
        'manifest-src': "'self'",
        'worker-src': "'self'",
        'object-src': "'none'",
        'base-uri': "'none'",
        'frame-ancestors': "'none'",
        'form-action': "'self'",
        ...(isSecure && { 'upgrade-insecure-requests': true }),
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isSecure ? { maxAge: yearInSeconds, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
  };
}
