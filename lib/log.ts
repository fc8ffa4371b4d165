import 'server-only';
import pino from 'pino';

/** Structured log on standard output. What could be a secret is never written. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  redact: {
    paths: [
      'password',
      'token',
      'cookie',
      'authorization',
      '*.password',
      '*.token',
      '*.cookie',
      '*.authorization',
      '*.passwordHash',
    ],
    censor: '[redacted]',
  },
});
