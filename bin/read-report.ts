// npm run read-report: an old report as the figures it states, without a browser and without a database.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { GongbaoError } from '@/lib/domain/access/errors';
import { findContradictions } from '@/lib/domain/old-report/contradictions';
import { makeReportReader, type ReadFigure } from '@/lib/domain/old-report/read-report';
import { parsePeriodCode } from '@/lib/domain/tree/period';
import { readDocument } from '@/lib/import/read-document';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';
import issues from '@/lib/i18n/messages/en/issues.json';

const help = `Reads an old report into figures of the standard catalogue.

  npm run -s read-report -- FILE [--unit 320925] [--period 2021] [--format json|text]

  FILE       .txt, .html, .docx, .doc, or a .pdf that holds text
  --unit     code of the unit whose report it is: what is said of a wider area is then shown as its scope
  --period   what the report is of, as 2021, 2012..2017 or 2012-01..2012-04; guessed from the text when left out
  --format   json: [{start, end, text, value, unit, qualifier, role, period, base, scope, indicator, candidates,
             confidence, repeats}], where offsets count characters of the text as given and
             indicator is null for no home;
             text: one line a figure, and what the report contradicts
`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      unit: { type: 'string' },
      period: { type: 'string' },
      format: { type: 'string', default: 'json' },
      help: { type: 'boolean' },
    },
  });
  const [file] = positionals;
  if (values.help || !file) process.stdout.write(help);
  else await run(file, values.period ?? null, values.unit ?? null, values.format);
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = error instanceof GongbaoError ? 1 : 2;
}

async function run(
  file: string,
  period: string | null,
  unit: string | null,
  format: string,
): Promise<void> {
  if (period !== null && !parsePeriodCode(period))
    throw new Error('--period is a year 2021, a term 2012..2017, or months 2012-01..2012-04');
  if (unit !== null && !/^\d{6,12}$/.test(unit))
    throw new Error('--unit is a code, for example 320925');
  if (format !== 'json' && format !== 'text') throw new Error('--format is json or text');
  const text = await readDocument(basename(file), await readFile(file));
  const figures = makeReportReader(standardCatalogue)(text, period, unit);
  if (format === 'json') process.stdout.write(`${JSON.stringify(figures.map(printed), null, 1)}\n`);
  else {
    for (const figure of figures) process.stdout.write(`${lineOf(figure)}\n`);
    for (const { kind, start, said } of findContradictions(text, figures, standardCatalogue))
      process.stdout.write(`! ${start} ${kind} ${said}\n`);
  }
}

/** Numbers as numbers, and of the sentence where it stands. */
function printed({ value, base, sentence, ...figure }: ReadFigure) {
  return {
    ...figure,
    value: Number(value),
    base: base === null ? null : (base.year ?? base.text),
    sentence: [sentence.start, sentence.end],
  };
}

function lineOf(figure: ReadFigure): string {
  const { start, text, value, unit, role, period, indicator, confidence } = figure;
  return [start, text, value, unit, role, period, nameOf(indicator), confidence].join('\t');
}

function nameOf(code: string | null): string {
  return standardCatalogue.indicators.find((one) => one.code === code)?.name ?? 'no home';
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof GongbaoError))
    return error instanceof Error ? error.message : String(error);
  const sentence = (issues as Record<string, string>)[error.code] ?? error.code;
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => error.params[name] ?? '');
}
