// npm run summary: a unit's comparison summary without a browser. Nothing but the summary goes to standard output.
import { toData, toMarkdown, toText } from '@/lib/domain/summary-text';
import type { Summary } from '@/lib/domain/summary';
import { messages } from '@/lib/i18n/messages';
import { withDatabase } from './embedded.mjs';
import { help, readOptions, WrongOption, type Format, type SummaryOptions } from './summary-options';

/** What was asked for is not there. */
class NotThere extends Error {}

try {
  const options = readOptions(process.argv.slice(2));
  process.stdout.write(options ? await withDatabase(() => print(options)) : help);
} catch (error) {
  if (error instanceof WrongOption) fail(2, `${error.message}\nnpm run summary -- --help tells more.`);
  else fail(1, error instanceof NotThere ? error.message : `The summary could not be made: ${error instanceof Error ? error.message : String(error)}`);
}

async function print({ unit, period, base, format, style }: SummaryOptions): Promise<string> {
  const { db } = await import('@/lib/data/client');
  try {
    const { findSystemViewer } = await import('@/lib/data/system');
    const { findSummary, listSummaryScopes } = await import('@/lib/data/summaries');
    const viewer = await findSystemViewer(unit);
    if (!viewer) throw new NotThere(`There is no unit with the code ${unit}.`);
    const summary = await findSummary(viewer, { unit, period: period.code, base: base?.code, style });
    if (!summary) {
      const known = (await listSummaryScopes(viewer)).find((scope) => scope.unit.code === unit)?.periods.map(({ code }) => code) ?? [];
      const right = known.length > 0 ? `It has figures for ${known.join(', ')}.` : 'It has no figures yet.';
      throw new NotThere(`${viewer.unit.name} (${unit}) has no figures for ${period.code}. ${right}`);
    }
    return written(summary, format);
  } finally {
    await db.$disconnect();
  }
}

function written(summary: Summary, format: Format): string {
  if (format === 'json') return `${JSON.stringify(toData(summary), null, 2)}\n`;
  return format === 'markdown' ? toMarkdown(summary) + cautionsOf(summary, '> ') : toText(summary) + cautionsOf(summary, '注：');
}

// What must be known before the text is quoted belongs to it, also on paper.
function cautionsOf({ cautions }: Summary, mark: string): string {
  return cautions.map((caution) => `\n${mark}${messages['zh-CN'].summary.cautions[caution]}\n`).join('');
}

function fail(code: number, sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = code;
}
