import { createTranslator } from 'next-intl';
import type { Check, Indicator } from '@/lib/domain/catalogue/indicator';
import { labelOf, previousOf, type Period } from '@/lib/domain/tree/period';
import { countByKind, verdictsOf, type Readiness } from '@/lib/domain/report/readiness';
import type { ReportStatus } from '@/lib/domain/report/report';
import { checkSentence } from '@/lib/i18n/check-sentence';
import { messages } from '@/lib/i18n/messages';
import { fileName } from './file-name';
import type { Grid } from './grid';
import type { ExportedFile } from './write-summary-file';
import { writeCsv } from './write-csv';

const { checkList: words, admin } = messages['zh-CN'];
const sentenceWords = createTranslator({
  locale: 'zh-CN',
  messages: messages['zh-CN'],
  namespace: 'check.sentence',
});

export const checkFormats = [
  { address: 'checks-csv', kind: 'csv' },
  { address: 'checks-json', kind: 'json' },
] as const;
export type CheckFormat = (typeof checkFormats)[number]['kind'];

type Explanation = { check: string; text: string; by: string; at: Date; outOfDate: boolean };

/** What the check page of a submission shows. */
export type CheckFile = {
  unit: { code: string; name: string };
  period: Period;
  submission: number;
  status: ReportStatus;
  madeUp: boolean;
  indicators: readonly Indicator[];
  readiness: Readiness;
  explanations: readonly Explanation[];
};

/** The check results of a submission as a file, one line for each check that fails, by code. */
export function writeCheckFile(format: CheckFormat, file: CheckFile): ExportedFile {
  const title = words.file.title
    .replace('{unit}', file.unit.name)
    .replace('{period}', labelOf(file.period, 'zh-CN'));
  const text =
    format === 'csv' ? writeCsv([gridOf(file)]) : `${JSON.stringify(dataOf(file), null, 2)}\n`;
  return {
    name: fileName(title, format),
    type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    bytes: new TextEncoder().encode(text),
  };
}

type Line = {
  check: Check;
  standing: keyof typeof words.standing;
  sentence: string;
  cells: Indicator[];
  explanation: Explanation | null;
};

function linesOf({ period, indicators, readiness, explanations }: CheckFile): Line[] {
  const known = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const say = checkSentence(sentenceWords, 'zh-CN', known, labelOf(previousOf(period), 'zh-CN'));
  return verdictsOf(readiness).map(({ result, standing }) => ({
    check: result.check,
    standing,
    sentence: say(result),
    cells: result.cells.flatMap((code) => known.get(code) ?? []),
    explanation: explanations.find(({ check }) => check === result.check.code) ?? null,
  }));
}

function gridOf(file: CheckFile): Grid {
  const { code, kind, standing, note, sentence, indicators, explanation, by, at } = words.file;
  const rows = linesOf(file).map((line) => [
    line.check.code,
    admin.checks.kinds[line.check.kind],
    words.standing[line.standing],
    line.check.note,
    line.sentence,
    line.cells.map((indicator) => `${indicator.code} ${indicator.name}`).join('、'),
    line.explanation?.text ?? '',
    line.explanation?.by ?? '',
    line.explanation?.at.toISOString() ?? '',
  ]);
  return {
    name: words.results.title,
    columns: [code, kind, standing, note, sentence, indicators, explanation, by, at].map(
      (head) => ({ head, kind: 'text' }),
    ),
    groups: [{ name: null, rows: rows.map((cells) => cells.map((text) => ({ text }))) }],
    notes: [],
  };
}

/** What programs read. */
function dataOf(file: CheckFile): object {
  const { unit, period, submission, status, madeUp, readiness } = file;
  return {
    unit: { code: unit.code, name: unit.name },
    period: period.code,
    submission,
    status,
    madeUp,
    isReady: readiness.isReady,
    counts: countByKind(verdictsOf(readiness)),
    checks: linesOf(file).map(({ check, standing, sentence, cells, explanation }) => ({
      code: check.code,
      class: check.kind,
      standing,
      note: check.note,
      sentence,
      indicators: cells.map(({ code }) => code),
      explanation: explanation && {
        text: explanation.text,
        by: explanation.by,
        at: explanation.at,
        outOfDate: explanation.outOfDate,
      },
    })),
    missing: readiness.missing,
    unreasoned: readiness.unreasoned,
  };
}
