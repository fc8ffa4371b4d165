import type { z } from 'zod';
import type { Caller } from '@/lib/data/database/access';
import type { TokenRight } from '@/lib/domain/access/access-token';

/** An answer that is no problem. `status` is 200 unless it says otherwise. */
export type Answer = { status?: 200 | 201; body: object; headers?: Record<string, string> };

/** One call of the interface: what it takes, what it answers, what can go wrong. Handlers and description are both made
 *  from it. */
export type Operation<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
> = {
  method: 'GET' | 'POST';
  /** As OpenAPI writes it: "/api/v1/summaries/{unit}/{period}". */
  path: string;
  id: OperationId;
  right: TokenRight;
  params: P;
  query: Q;
  /** Of a call that sends something: its form, and how many bytes it may have. */
  body?: { schema: B; most: number };
  /** Request headers that are asked for. */
  headers?: readonly 'Idempotency-Key'[];
  answers: Partial<Record<200 | 201, z.ZodType>>;
  /** Statuses of problems, beside those that every call has. */
  problems: readonly number[];
  /** What names the state that is answered, without working the answer out. Null where there is nothing to answer. */
  stateOf?: (caller: Caller, input: Input<P, Q, B>) => Promise<string | null>;
  answer: (caller: Caller, input: Input<P, Q, B>) => Promise<Answer>;
};

export type OperationId =
  | 'listUnits'
  | 'listPeriods'
  | 'listIndicators'
  | 'listFigures'
  | 'getSummary'
  | 'getRollUp'
  | 'propose'
  | 'getProposal';

/** `content`: the bytes of the body as they were sent; `key` the Idempotency-Key. */
export type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
  content: Uint8Array;
  key: string;
};

/** Keeps the types of an operation together while it is written down. */
export function operation<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  described: Operation<P, Q, B>,
): Operation {
  return described as unknown as Operation;
}
