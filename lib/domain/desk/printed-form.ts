// The forms in which one number may be printed: 万 or digits, decimals, 约 余 近. Only forms that are true of the
// exact value exist; what is printed always goes through the one formatter.
import type { Qualifier } from '../figure/figure';
import type { Scale } from '../catalogue/indicator';
import { findMeasureWord } from '../catalogue/measure-words';
import {
  absolute,
  change,
  compare,
  isZero,
  multiply,
  plain,
  round,
  type Rounding,
} from '../figure/number';
import { printFigure, scaleFactors } from '../figure/print';

/** An exact number behind a chip: what it is measured in, and whether it is an amount, a rate, or a change of a rate.
 *  `noun` is how it is printed (人次, 元); the value is absolute, since verbs tell the direction. */
export type Quantity = {
  value: string;
  unit: string;
  kind: 'amount' | 'percent' | 'points';
  isMoney: boolean;
};

/** `id` is kept with the chip: "万.1.约" is in 万 with one decimal and 约; "none.0..家" in the office's own
 *  measure word. */
export type Form = { id: string; text: string };

type Parsed = { scale: Scale; decimals: number; qualifier: Qualifier; noun: string };

/** The printed form, or null where it would not be true, or where there is no such form. Its decimals are as many as
 *  may be printed: 2.16万 corrected to 15000 is 1.5万. */
export function printForm(quantity: Quantity, id: string): string | null {
  const form = parseForm(id);
  return form && printTrue(quantity, withoutIdleZeros(quantity, form));
}

const printTrue = (quantity: Quantity, form: Parsed): string | null =>
  isUsual(quantity, form) && isTrue(quantity, form) ? print(quantity, form) : null;

/** Every form that may be chosen, the plain ones first; no zeros behind the point that say nothing. */
export function formsOf(quantity: Quantity): Form[] {
  const seen = new Set<string>();
  return allForms(quantity).filter(({ id, text }) => {
    const isNew = !seen.has(text) && !hasIdleZeros(quantity, parseForm(id)!);
    seen.add(text);
    return isNew;
  });
}

/** Whether `text` is a true print of the quantity. */
export function printsAs(quantity: Quantity, text: string): boolean {
  return allForms(quantity).some((form) => form.text === text);
}

function allForms(quantity: Quantity): Form[] {
  const ids = qualifiers.flatMap((qualifier) =>
    scales.flatMap((scale) =>
      [0, 1, 2, 3, 4].map((decimals) => `${scale}.${decimals}.${qualifier}`),
    ),
  );
  return ids.flatMap((id) => {
    const text = printTrue(quantity, parseForm(id)!);
    return text === null ? [] : [{ id, text }];
  });
}

const qualifiers = ['', '约', '余', '近'] as const;
const scales = ['none', '万', '亿'] as const;

function parseForm(id: string): Parsed | null {
  const found =
    /^(none|万|亿)\.([0-4])\.(约|余|近|多|以上|左右)?(?:\.([\u4e00-\u9fff]{1,4}))?$/.exec(id);
  return (
    found && {
      scale: found[1] as Scale,
      decimals: Number(found[2]),
      qualifier: (found[3] ?? '') as Qualifier,
      noun: found[4] ?? '',
    }
  );
}

/** What an office writes at all: no 0.2万人, no 1.0人, no 余 with a rate. */
function isUsual(
  { value, kind, isMoney }: Quantity,
  { scale, decimals, qualifier }: Parsed,
): boolean {
  if (kind !== 'amount')
    return (
      scale === 'none' &&
      decimals <= 2 &&
      (qualifier === '' || (qualifier !== '余' && qualifier !== '多' && decimals === 0))
    );
  const least = isMoney ? multiply(scaleFactors[scale], '0.1') : scaleFactors[scale];
  if (scale !== 'none' && compare(absolute(value), least) < 0) return false;
  return scale !== 'none' || decimals <= (isMoney ? 2 : 0);
}

function isTrue({ value, kind }: Quantity, form: Parsed): boolean {
  const printed = printedValue(value, form);
  if (isZero(printed)) return isZero(value) && form.qualifier === '';
  const side = compare(value, printed);
  const distance = absolute(change(value, printed));
  const within = (part: string) => compare(distance, multiply(value, part)) <= 0;
  switch (form.qualifier) {
    case '余':
    case '多':
      return side > 0 && within('0.1');
    case '以上':
      return side >= 0 && within('0.1');
    case '近':
      return side < 0 && within('0.1');
    case '约':
    case '左右':
      return side !== 0 && within('0.05');
    default:
      return side === 0 || (kind === 'amount' ? within('0.005') : compare(distance, '0.05') <= 0);
  }
}

function print(
  { value, unit, kind }: Quantity,
  { scale, decimals, qualifier, noun }: Parsed,
): string {
  const shown = {
    scale,
    decimals,
    unit: kind === 'points' ? '个百分点' : kind === 'percent' ? '%' : nounOf(noun, unit),
  };
  return printFigure(
    { value, shown, qualifier },
    { unit, display: { scale: 'none', decimals: 0, moneyUnit: null } },
  );
}

/** The office's own word, where it counts the same objects. */
const nounOf = (noun: string, unit: string): string =>
  (noun === '' ? null : findMeasureWord(noun, unit)) ?? unit;

/** The value that the printed digits say, in base units. */
function printedValue(value: string, { scale, decimals, qualifier }: Parsed): string {
  const places = decimals - { none: 0, 万: 4, 亿: 8 }[scale];
  const factor = `1e${-places}`;
  return plain(
    multiply(round(multiply(value, `1e${places}`), 0, roundings[qualifier] ?? 'half-up'), factor),
  );
}

const roundings: Partial<Record<Qualifier, Rounding>> = {
  余: 'down',
  多: 'down',
  以上: 'down',
  近: 'up',
};

/** Whether fewer decimals print the same value; a rate keeps its one. */
function hasIdleZeros({ value, kind }: Quantity, form: Parsed): boolean {
  const least = kind === 'amount' ? 0 : 1;
  return (
    form.decimals > least &&
    compare(
      printedValue(value, form),
      printedValue(value, { ...form, decimals: form.decimals - 1 }),
    ) === 0
  );
}

const withoutIdleZeros = (quantity: Quantity, form: Parsed): Parsed =>
  hasIdleZeros(quantity, form)
    ? withoutIdleZeros(quantity, { ...form, decimals: form.decimals - 1 })
    : form;
