// What `npm run summary` is asked for. Every refusal says what would be right.
import { parseArgs } from 'node:util';
import { parsePeriodCode, type Period } from '@/lib/domain/period';

export const formats = ['text', 'json', 'markdown'] as const;
export type Format = (typeof formats)[number];
export type SummaryOptions = { unit: string; period: Period; base: Period | null; format: Format };

/** A sentence for the person who typed the command. */
export class WrongOption extends Error {}

export const help = `Prints the comparison summary of a unit.

  npm run -s summary -- --unit 320925 --period 2021 [--base 2019] [--format text|json|markdown]

  --unit     code of the unit, for example 320925
  --period   a year 2021, a term 2012..2017, or months 2012-01..2012-04
  --base     a further period to compare with, of the same kind as the period (not for a term)
  --format   text (the narrative), markdown (narrative and table) or json (everything, numbers with their sources)

Only the summary is written to standard output. With DATABASE_URL set that database is read, otherwise the embedded one,
which is started and stopped when nobody runs it.
`;

/** The options of a command line; null when help is asked for. */
export function readOptions(args: string[]): SummaryOptions | null {
  const { unit, period, base, format = 'text', help: wantsHelp } = parsed(args);
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
  return { unit, period: told, base: compared, format };
}

function parsed(args: string[]): { unit?: string; period?: string; base?: string; format?: string; help?: boolean } {
  const option = { type: 'string' } as const;
  try {
    const options = { unit: option, period: option, base: option, format: option, help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new WrongOption(`${(error as Error).message.split('. ')[0]}. Options are --unit, --period, --base, --format and --help.`);
  }
}

function readPeriod(code: string, option: string): Period {
  const period = parsePeriodCode(code);
  if (!period) throw new WrongOption(`"${code}" is no period. Write a year 2021, a term 2012..2017, or months 2012-01..2012-04 after ${option}.`);
  return period;
}

const isFormat = (text: string): text is Format => formats.some((known) => known === text);
