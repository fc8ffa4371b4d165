import { keyText, type Origin } from '@/lib/domain/figure/origin';
import type { Summary } from '@/lib/domain/summary/summary';
import { figuresOf } from '@/lib/domain/summary/keys';
import { messages } from '@/lib/i18n/messages';
import type { Grid } from './grid';

const { files } = messages['zh-CN'];

/** Every figure behind the summary once, those of the text first in the order of the narrative. */
export function sourcesGrid(summary: Summary, origins: Origin[]): Grid {
  const known = new Map(origins.map((origin) => [keyText(origin.key), origin]));
  const rows = figuresOf(summary).flatMap((key) => known.get(keyText(key)) ?? []);
  const { indicator, unit, period, figure, submission, entered, signed, approved } = files.sources;
  return {
    name: files.parts.sources,
    columns: [
      { head: indicator, kind: 'text', width: 18 },
      { head: unit, kind: 'text', width: 12 },
      { head: period, kind: 'text' },
      { head: figure, kind: 'number' },
      { head: submission, kind: 'text' },
      { head: entered, kind: 'text', width: 9 },
      { head: signed, kind: 'text', width: 9 },
      { head: approved, kind: 'text', width: 9 },
    ],
    groups: [
      {
        name: null,
        rows: rows.map((row) =>
          [
            row.indicator,
            row.unit,
            row.period,
            row.text,
            files.submission.replace('{number}', String(row.key.submission)),
            by(row.enteredBy, row.enteredOn),
            by(row.signedBy, row.signedOn),
            by(row.approvedBy, row.approvedOn),
          ].map((text) => ({ text })),
        ),
      },
    ],
    notes: rows.some(({ madeUp }) => madeUp) ? [files.sources.madeUp] : [],
  };
}

/** The same of one figure in a few lines, for a note on its cell. */
export function originNote({
  text,
  unit,
  period,
  key,
  enteredBy,
  enteredOn,
  signedBy,
  signedOn,
  approvedBy,
  approvedOn,
  madeUp,
}: Origin): string {
  const { entered, signed, approved, madeUp: invented } = files.sources;
  return [
    `${unit} ${period} ${files.submission.replace('{number}', String(key.submission))}：${text}`,
    `${entered}：${by(enteredBy, enteredOn)}`,
    `${signed}：${by(signedBy, signedOn)}`,
    `${approved}：${by(approvedBy, approvedOn)}`,
    ...(madeUp ? [invented] : []),
  ].join('\n');
}

const by = (person: string | null, day: string | null): string =>
  person === null ? '—' : `${person} ${day ?? ''}`.trim();
