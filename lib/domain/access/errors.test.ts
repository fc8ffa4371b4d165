import { describe, expect, it } from 'vitest';
import { GongbaoError, InvalidError, NotFoundError, RefusedError } from './errors';

describe('errors', () => {
  it.each([
    [new NotFoundError(), 'NotFoundError', 'not-found', {}],
    [new RefusedError('report.sign'), 'RefusedError', 'refused', { action: 'report.sign' }],
    [
      new InvalidError('text-too-long', { most: '500' }),
      'InvalidError',
      'text-too-long',
      { most: '500' },
    ],
  ])('%s', (error, name, code, params) => {
    expect(error).toBeInstanceOf(GongbaoError);
    expect(error).toMatchObject({ name, code, params, message: code });
  });
});
