// What `npm run summary` is asked for. Every refusal says what would be right.
import { parseArgs } from 'node:util';
import { parsePeriodCode, type Period } from '@/lib/domain/period';
import type { SummaryStyle } from '@/lib/domain/summary';
import { readStyle, styleChoices } from '@/lib/domain/summary-style';

export const formats = ['text', 'json', 'markdown'] as const;
export type Format = (typeof formats)[number];
export type SummaryOptions = { unit: string; period: Period; base: Period | null; format: Format; style: SummaryStyle };

/** A sentence for the person who typed the command. */
export class WrongOption extends Error {}

export const help = `Prints the comparison summary of a unit.

  npm run -s summary -- --unit 320925 --period 2021 [--base 2019] [--length brief] [--format text|json|markdown]

  --unit     code of the unit, for example 320925
  --period   a year 2021, a term 2012..2017, or months 2012-01..2012-04
  --base     a further period to compare with, of the same kind as the period (not for a term)
  --length   standard, brief (six matters a section, no parts) or detailed (amounts, shares, averages)
  --headings plain, four (四字) or couplet (对句)
  --falls    told, or table: what falls where more is better is left to the table
  --numbers  as-entered, 万 or digits
  --format   text (the narrative), markdown (narrative and table) or json (everything, numbers with their sources)

Only the summary is written to standard output. With DATABASE_URL set that database is read, otherwise the embedded one,
which is started and stopped when nobody runs it.
`;

/** The options of a command line; null when help is asked for. */
export function readOptions(args: string[]): SummaryOptions | null {
  const { unit, period, base, format = 'text', help: wantsHelp, ...style } = parsed(args);
  if (wantsHelp) return null;
  if (!unit) throw new WrongOption('Which unit? Give its code, for example --unit 320925.');
  if (!period) throw new WrongOption('Which period? Give a year, a term or months: --period 2021, --period 2012..2017 or --period 2012-01..2012-04.');
  const told = readPeriod(period, '--period');
  const compared = base === undefined ? null : readPeriod(base, '--base');
  if (compared && (told.kind === 'term' || compared.kind !== told.kind)) {
    const right = { year: 'a year needs a year as its base, for example --base 2019', part_year: 'months need months as their base, for example --base 2011-01..2011-04', term: 'a term is compared with the year before it and takes no --base' };
    throw new WrongOption(`--base ${base} does not go with --period ${period}: ${right[told.kind]}.`);
  }
  if (!isFormat(format)) throw new WrongOption(`"${format}" is no format. Use --format ${formats.join(', ')}.`);
  return { unit, period: told, base: compared, format, style: readStyleOptions(style) };
}

function readStyleOptions(style: Partial<Record<keyof SummaryStyle, string>>): SummaryStyle {
  for (const [name, choice] of Object.entries(style) as [keyof SummaryStyle, string | undefined][]) {
    const choices: readonly string[] = styleChoices[name];
    if (choice !== undefined && !choices.includes(choice)) throw new WrongOption(`"${choice}" is no choice. Use --${name} ${choices.join(', ')}.`);
  }
  return readStyle(style);
}

type Typed = Partial<Record<'unit' | 'period' | 'base' | 'format' | keyof SummaryStyle, string>> & { help?: boolean };

function parsed(args: string[]): Typed {
  const option = { type: 'string' } as const;
  try {
    const options = { unit: option, period: option, base: option, format: option, length: option, headings: option, falls: option, numbers: option, help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new WrongOption(`${(error as Error).message.split('. ')[0]}. Options are --unit, --period, --base, --length, --headings, --falls, --numbers, --format and --help.`);
  }
}

function readPeriod(code: string, option: string): Period {
  const period = parsePeriodCode(code);
  if (!period) throw new WrongOption(`"${code}" is no period. Write a year 2021, a term 2012..2017, or months 2012-01..2012-04 after ${option}.`);
  return period;
}

const isFormat = (text: string): text is Format => formats.some((known) => known === text);
