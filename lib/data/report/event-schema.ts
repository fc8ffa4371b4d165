// Events are kept for as long as there are reports: what is read was written by whatever version stood at the time.
import { z } from 'zod';
import type {
  EventFigure,
  EventOrigin,
  ReportEvent,
  ReportEventData,
  ReportEventKind,
} from '@/lib/domain/report/report-event';
import { coverages } from '@/lib/domain/rollup/coverage';

export type EventRow = {
  id: string;
  at: Date;
  by: string | null;
  kind: string;
  subject: string | null;
  from: unknown;
  to: unknown;
};

/** A row of the table as what it is; one that does not read keeps its place in the story. */
export function readEvent({ id, at, by, kind, ...data }: EventRow): ReportEvent {
  const schema = isKnown(kind) ? schemas[kind] : null;
  const parsed = schema?.safeParse(data);
  // The schema of a kind gives the data of that kind: the type of `schemas` says so.
  return parsed?.success
    ? ({ id, at, by, kind, ...parsed.data } as ReportEvent)
    : { id, at, by, kind: 'unreadable', recordedAs: kind };
}

const isKnown = (kind: string): kind is ReportEventKind => Object.hasOwn(schemas, kind);

const text = z.string();
const words = z.array(text);
const submission = z.int().positive();

const origin: z.ZodType<EventOrigin> = z.union([
  z.object({ file: text, sheet: text, cell: text }),
  z.object({ system: text }),
]);
const figure: z.ZodType<EventFigure> = z.object({
  answer: z.enum(['blank', 'number', 'not_applicable', 'not_available']),
  value: text.nullable(),
  shown: z
    .object({
      scale: z.enum(['none', '万', '亿']),
      decimals: z.int(),
      unit: text,
      text: text.optional(),
    })
    .nullable(),
  qualifier: z.enum(['', '近', '约', '余', '多', '超', '以上', '左右']),
  note: text.nullable(),
  measure: z
    .enum(['level', 'growth', 'average_growth', 'gross_new', 'net_increase', 'target', 'limit'])
    .optional(),
  scopeNote: text.nullish(),
  asOf: text.nullish(),
  revision: z.int().optional(),
  origin: origin.optional(),
});

const ofFigure = z.object({ subject: text, from: figure.nullable(), to: figure });
const numbered = z.object({ to: z.object({ submission }) });
const reasoned = z.object({ to: z.object({ submission, reason: text }) });
const said = z.object({ subject: text, to: text });
const unsaid = z.object({ subject: text, to: z.null() });
const answered = z.object({ subject: text, to: text.nullable() });
const reworded = z.object({ subject: text, from: text.nullable(), to: text });
const proposed = z.object({ subject: text, to: z.object({ system: text, indicators: words }) });
const scan = z.object({ name: text, size: z.int(), sha256: text });
const numberedScan = scan.extend({ submission });

const schemas: { [K in ReportEventKind]: z.ZodType<ReportEventData[K]> } = {
  'figure.saved': ofFigure,
  'target.saved': ofFigure,
  'target.asked': said,
  'target.takenBack': unsaid,
  'target.refused': said,
  'figures.imported': z.object({
    to: z.object({ file: text, indicators: words, import: text.optional() }),
  }),
  'figures.importUndone': z.object({
    to: z.object({ import: text, file: text, indicators: words, kept: words }),
  }),
  'report.opened': z.object({ to: z.object({ import: text, file: text }) }),
  'report.sent': numbered,
  'report.sentBack': reasoned,
  'report.recalled': numbered,
  'report.cosigned': numbered,
  'report.uncosigned': numbered,
  'report.signed': numbered,
  'report.withdrawn': reasoned,
  'report.locked': z.object({ to: text }),
  'report.unlocked': z.object({ to: z.null() }),
  'report.reminded': z.object({ to: text }),
  'report.coverage': z.object({ from: z.enum(coverages), to: z.enum(coverages) }),
  'review.approved': numbered,
  'review.returned': z.object({
    to: z.object({
      submission,
      reason: text,
      marks: z.array(z.object({ indicator: text, note: text })),
      opensAll: z.boolean().optional(),
    }),
  }),
  'review.takenBack': reasoned.extend({ from: z.object({ submission, decision: text }) }),
  'review.accepted': numbered.extend({ from: text.nullable() }),
  'review.released': numbered,
  'review.examined': numbered,
  'review.unexamined': numbered,
  'mark.answered': answered,
  'mark.replied': answered,
  'mark.settled': answered,
  'cell.asked': said,
  'cell.takenBack': unsaid,
  'cell.opened': said,
  'cell.refused': said,
  'cell.openedAll': numbered,
  'check.explained': z.object({ subject: text, from: text.nullable(), to: text.nullable() }),
  'waiver.asked': said,
  'waiver.takenBack': unsaid,
  'waiver.granted': said,
  'waiver.refused': said,
  'note.saved': reworded,
  'evidence.added': z.object({ subject: text, to: z.object({ name: text, size: z.int() }) }),
  'evidence.removed': z.object({ subject: text, from: z.object({ name: text }) }),
  'cover.added': z.object({ to: numberedScan }),
  'cover.replaced': z.object({ from: scan, to: numberedScan }),
  'extension.asked': z.object({ to: z.object({ until: text, reason: text }) }),
  'extension.takenBack': z.object({ to: z.object({ until: text }) }),
  'extension.decided': z.object({ to: z.object({ until: text.nullable(), answer: text }) }),
  'rollup.accounted': reworded,
  'proposal.made': proposed,
  'proposal.taken': proposed,
  'proposal.refused': z.object({ subject: text, to: z.object({ system: text }) }),
};
