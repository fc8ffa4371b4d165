// Entry pages for tests, saving to a server that answers as it is set up to.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testIndicator } from '@/lib/domain/catalogue/test-indicator';
import type { EnteredFigure, FigureEdit } from '@/lib/domain/entry/figure-edit';
import type { EntryRow } from '../cells/entry-cell';
import { openSession, type EntrySession } from './entry-session';

export const figure = (
  code: string,
  value: string,
  revision: number,
  enteredBy = '陈晓燕',
): EnteredFigure => ({
  indicator: code,
  measure: 'level',
  answer: 'number',
  value,
  shown: { scale: 'none', decimals: 0, unit: '人' },
  qualifier: '',
  baseYear: null,
  asOf: null,
  from: null,
  scopeNote: null,
  note: null,
  revision,
  enteredBy,
  enteredAt: '2026-11-21T06:02:00Z',
});

export const rowOf = (code: string): EntryRow => ({
  indicator: testIndicator(code),
  figure: null,
  previous: null,
  changes: [],
  isAsked: code === 'A',
  workedOut: null,
  previousWorkedOut: null,
  mark: null,
  lock: null,
  history: [],
  evidence: [],
});
export const locked = (code: string): EntryRow => ({
  ...rowOf(code),
  lock: { reason: 'not-marked', request: null },
});

export const place = { personId: 'p', reportId: 'r', submission: 1 };

type Answer = { status: number; body: unknown };

export class TestServer {
  received: FigureEdit[][] = [];
  /** What is answered next; afterwards everything is saved. */
  answers: ((edits: FigureEdit[]) => Answer | Promise<Answer>)[] = [];
  private server: Server;

  constructor() {
    this.server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { edits } = JSON.parse(Buffer.concat(chunks).toString()) as { edits: FigureEdit[] };
      this.received.push(edits);
      const { status, body } = await (this.answers.shift() ?? saveAll)(edits);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  }

  start = (): Promise<void> =>
    new Promise((resolve) => this.server.listen(0, '127.0.0.1', () => resolve()));
  stop = (): Promise<void> => new Promise((resolve) => this.server.close(() => resolve()));

  open(rows = ['A', 'B'].map(rowOf), submission = 1): EntrySession {
    const { port } = this.server.address() as AddressInfo;
    return openSession({ ...place, address: `http://127.0.0.1:${port}/`, submission }, rows);
  }
}

export function saveAll(edits: FigureEdit[]): Answer {
  const results = edits.map(({ indicator: code, revision, ...edit }) => ({
    indicator: code,
    outcome: 'saved',
    figure: figure(code, 'typed' in edit ? edit.typed.normalize('NFKC') : '0', revision + 1),
  }));
  return { status: 200, body: { results } };
}

export async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 4000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('it did not come to pass');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
