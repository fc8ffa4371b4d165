import { STATUS_CODES } from 'node:http';
import type { Locale } from '@/lib/i18n/locales';
import { sentenceOf } from './words';

/** A fault in one part of what was sent: the name of the parameter or field, and what would be right. */
export type Fault = { field: string; code: string; message: string };

/** Why a call is not answered (RFC 9457). `code` names the reason for programs, `detail` says it for people. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  faults?: Fault[];
  number?: string;
};

/** Thrown by an operation: the call is answered with this problem. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly params: Record<string, string> = {},
    readonly faults?: readonly { field: string; code: string; params?: Record<string, string> }[],
  ) {
    super(code);
    this.name = 'ProblemError';
  }
}

/** The answer that says it. */
export function answerProblem(
  locale: Locale,
  { status, code, params, faults }: ProblemError,
  headers: Record<string, string> = {},
  number?: string,
): Response {
  const problem: Problem = {
    type: `urn:gongbao:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Problem',
    status,
    code,
    detail: sentenceOf(locale, code, params),
    ...(faults && {
      faults: faults.map((fault) => ({
        field: fault.field,
        code: fault.code,
        message: sentenceOf(locale, fault.code, fault.params),
      })),
    }),
    ...(number && { number }),
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': locale,
      'cache-control': 'no-store',
      vary: 'Authorization, Accept-Language',
      ...headers,
    },
  });
}
