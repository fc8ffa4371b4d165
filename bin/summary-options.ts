// What `npm run summary` is asked for. Every refusal says what would be right.
import { parseArgs } from 'node:util';
import { isDay } from '@/lib/domain/tree/office-day';
import { parsePeriodCode, type Period } from '@/lib/domain/tree/period';
import type { SummaryStyle } from '@/lib/domain/comparison/source';
import { readStyle, styleChoices } from '@/lib/domain/summary/style';
import { fileFormats, type FileFormat } from '@/lib/export/write-summary-file';
import { fontSets, type FontSet } from '@/lib/export/word/official-format';

export type FileChoice = { fonts: FontSet; listsSources: boolean; date: string | null };
/** Of one unit, to standard output or a file; or of all units below one, into a folder. */
export type SummaryOptions = {
  unit: string;
  isBelow: boolean;
  /** Not the unit itself, but those below it side by side. */
  areUnits: boolean;
  period: Period;
  base: Period | null;
  format: FileFormat;
  style: SummaryStyle;
  file: FileChoice;
  /** A file, or with `isBelow` a folder. */
  out: string | null;
  isForced: boolean;
};

/** A sentence for the person who typed the command. */
export class WrongOption extends Error {}

export const help = `Prints the comparison summary of a unit.

  npm run -s summary -- --unit 320925 --period 2021 [--base 2019] [--length brief] [--format text|json|markdown]
  npm run -s summary -- --unit 320925 --period 2021 --format docx --out summary.docx
  npm run -s summary -- --below 320900 --period 2021 --format docx --out FOLDER [--force]

  --unit     code of the unit, for example 320925
  --below    instead of --unit: a file for every unit below this one. A unit that fails is named and the others go on; run
             again, only what is missing is made, everything with --force
  --period   a year 2021, a term 2012..2017, or months 2012-01..2012-04
  --base     a further period to compare with, of the same kind as the period (not for a term)
  --units    instead of the unit itself, the units directly below it side by side (takes no --base and no --below)
  --length   standard, brief (six matters a section, no parts) or detailed (amounts, shares, averages)
  --headings plain, four (四字) or couplet (对句)
  --falls    told, or table: what falls where more is better is left to the table
  --numbers  as-entered, 万 or digits
  --format   text (the narrative), markdown (narrative and table), json (everything, numbers with their sources),
             docx (an official document), xlsx or csv (the tables)
  --out      the file to write, needed for docx and xlsx; with --below the folder
  --fonts    of a docx: official (小标宋, 仿宋_GB2312), or common for machines without these
  --sources  a docx ends with a table of who entered, signed and approved each number
  --date     day of issue of a docx, for example 2022-01-05; today when left out

Only the summary is written to standard output. With DATABASE_URL set that database is read, otherwise the embedded one,
which is started and stopped when nobody runs it.
`;

/** The options of a command line; null when help is asked for. */
export function readOptions(args: string[]): SummaryOptions | null {
  const {
    unit,
    below,
    period,
    base,
    format = 'text',
    help: wantsHelp,
    out,
    fonts,
    sources,
    date,
    force,
    units = false,
    ...style
  } = parsed(args);
  if (wantsHelp) return null;
  if (unit && below)
    throw new WrongOption(
      'Give --unit for one summary or --below for those of all units below, not both.',
    );
  const code = unit ?? below;
  if (!code) throw new WrongOption('Which unit? Give its code, for example --unit 320925.');
  if (!period)
    throw new WrongOption(
      'Which period? Give a year, a term or months: --period 2021, --period 2012..2017 or --period 2012-01..2012-04.',
    );
  const asked = readPeriod(period, '--period');
  const compared = base === undefined ? null : readBase(base, asked);
  if (units && (compared || below))
    throw new WrongOption(
      '--units sets the units below --unit side by side, compared with the period before: it takes ' +
        'no --base and no --below.',
    );
  if (!isFormat(format))
    throw new WrongOption(`"${format}" is no format. Use --format ${fileFormats.join(', ')}.`);
  if (below && !out) throw new WrongOption('Into which folder? Give --out FOLDER with --below.');
  if (!out && (format === 'docx' || format === 'xlsx'))
    throw new WrongOption(`A ${format} file is not for the screen. Give --out FILE.${format}.`);
  const file = { fonts: readFonts(fonts), listsSources: sources ?? false, date: readDay(date) };
  return {
    unit: code,
    isBelow: below !== undefined,
    areUnits: units,
    period: asked,
    base: compared,
    format,
    style: readStyleOptions(style),
    file,
    out: out ?? null,
    isForced: force ?? false,
  };
}

/** What a period is compared with besides the one before it: one of its own kind. */
function readBase(base: string, asked: Period): Period {
  const compared = readPeriod(base, '--base');
  if (asked.kind !== 'term' && compared.kind === asked.kind) return compared;
  const right = {
    year: 'a year needs a year as its base, for example --base 2019',
    part_year: 'months need months as their base, for example --base 2011-01..2011-04',
    term: 'a term is compared with the year before it and takes no --base',
  };
  throw new WrongOption(
    `--base ${base} does not go with --period ${asked.code}: ${right[asked.kind]}.`,
  );
}

function readFonts(fonts = 'official'): FontSet {
  const set = fontSets.find((known) => known === fonts);
  if (!set)
    throw new WrongOption(`"${fonts}" is no set of fonts. Use --fonts ${fontSets.join(' or ')}.`);
  return set;
}

function readDay(date: string | undefined): string | null {
  if (date !== undefined && !isDay(date))
    throw new WrongOption(`"${date}" is no day. Write it as --date 2022-01-05.`);
  return date ?? null;
}

function readStyleOptions(style: Partial<Record<keyof SummaryStyle, string>>): SummaryStyle {
  for (const [name, choice] of Object.entries(style) as [
    keyof SummaryStyle,
    string | undefined,
  ][]) {
    const choices: readonly string[] = styleChoices[name];
    if (choice !== undefined && !choices.includes(choice))
      throw new WrongOption(`"${choice}" is no choice. Use --${name} ${choices.join(', ')}.`);
  }
  return readStyle(style);
}

type Typed = Partial<
  Record<
    'unit' | 'below' | 'period' | 'base' | 'format' | 'out' | 'fonts' | 'date' | keyof SummaryStyle,
    string
  >
> &
  Partial<Record<'help' | 'sources' | 'force' | 'units', boolean>>;

function parsed(args: string[]): Typed {
  const option = { type: 'string' } as const;
  try {
    const options = {
      unit: option,
      below: option,
      out: option,
      fonts: option,
      date: option,
      sources: { type: 'boolean' },
      force: { type: 'boolean' },
      units: { type: 'boolean' },
      period: option,
      base: option,
      format: option,
      length: option,
      headings: option,
      falls: option,
      numbers: option,
      help: { type: 'boolean', short: 'h' },
    } as const;
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new WrongOption(
      `${(error as Error).message.split('. ')[0]}. Options are --unit, --below, --period, --base, ` +
        '--units, --length, --headings, --falls, --numbers, --format, --out, --fonts, --sources, ' +
        '--date, --force and --help.',
    );
  }
}

function readPeriod(code: string, option: string): Period {
  const period = parsePeriodCode(code);
  if (!period)
    throw new WrongOption(
      `"${code}" is no period. Write a year 2021, a term 2012..2017, or months 2012-01..2012-04 after ${option}.`,
    );
  return period;
}

const isFormat = (text: string): text is FileFormat => fileFormats.some((known) => known === text);
