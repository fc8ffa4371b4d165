// How an office writes large numbers: as they were entered, in 万, or in digits. Figures are given their printed form
// before anything is stated or drawn, so that text, table, chart and every export round once and alike. Values never
// change.
import type { Figure, Qualifier, Shown } from '../figure/figure';
import type { Catalogue, Indicator, Scale } from '../catalogue/indicator';
import { absolute, compare, divide, multiply, plain, round } from '../figure/number';
import { roundingOf, scaleFactors } from '../figure/print';
import { usualStyle, type SourceReport, type SummaryInput } from './source';

const mostDecimals = 2;

/** The reports and the catalogue as the style of the input has their numbers printed. */
export function inNumberStyle<
  T extends Pick<SummaryInput, 'reports' | 'catalogue' | 'style' | 'peers' | 'next'>,
>(input: T): T {
  const { numbers } = input.style ?? usualStyle;
  if (numbers === 'as-entered') return input;
  const catalogue = styledCatalogue(input.catalogue, numbers);
  const byCode = new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator]));
  const restyled = (report: SourceReport): SourceReport => ({
    ...report,
    figures: report.figures.map((figure) => restyle(figure, byCode.get(figure.indicator), numbers)),
  });
  const peers = input.peers && { ...input.peers, reports: input.peers.reports.map(restyled) };
  const next = input.next && restyled(input.next);
  const reports = input.reports.map(restyled);
  return { ...input, catalogue, reports, ...(peers ? { peers } : {}), ...(next ? { next } : {}) };
}

/** 万 with up to two decimals from 10,000 up; null for less. An approximate number is rounded as it is printed:
 *  近20010 is 近2.01万, 19999余 is 1.99万余. */
export function styleInTenThousands(
  value: string,
  { unit }: Pick<Indicator, 'unit'>,
  qualifier: Qualifier = '',
): { scale: Scale; decimals: number } | null {
  if (unit === '元' || unit === '%' || compare(absolute(value), scaleFactors['万']) < 0)
    return null;
  return {
    scale: '万',
    decimals: decimalsOf(
      round(divide(value, scaleFactors['万']) as string, mostDecimals, roundingOf(qualifier)),
    ),
  };
}

function restyle(
  figure: Figure,
  indicator: Indicator | undefined,
  numbers: '万' | 'digits',
): Figure {
  const { value, shown } = figure;
  // Words (千名) stay words; a growth is in per cent whatever its indicator counts.
  if (
    value === null ||
    !indicator ||
    shown?.text ||
    figure.measure === 'growth' ||
    figure.measure === 'average_growth'
  )
    return figure;
  const styled = numbers === '万' ? inTenThousands(figure, indicator) : inDigits(shown, indicator);
  return styled ? { ...figure, shown: styled } : figure;
}

function inTenThousands({ value, shown, qualifier }: Figure, indicator: Indicator): Shown | null {
  // 1.81亿元 is 18100万元.
  if (shown?.scale === '亿')
    return {
      ...shown,
      scale: '万',
      decimals: Math.min(
        decimalsOf(multiply(value as string, '0.0001')),
        Math.max(shown.decimals - 4, 0),
      ),
    };
  const style =
    shown?.scale === '万' ? null : styleInTenThousands(value as string, indicator, qualifier);
  return style && { ...style, unit: shown?.unit ?? indicator.unit };
}

// 45.48万 is known to a hundred: written out it would promise a last digit that nobody reported.
function inDigits(shown: Shown | null, { unit }: Indicator): Shown | null {
  return shown && shown.scale === '万' && unit !== '元' && shown.decimals >= 4
    ? { ...shown, scale: 'none', decimals: 0 }
    : null;
}

const decimalsOf = (value: string): number => plain(value).split('.')[1]?.length ?? 0;

function styledCatalogue(catalogue: Catalogue, numbers: '万' | 'digits'): Catalogue {
  return {
    ...catalogue,
    indicators: catalogue.indicators.map((indicator) => ({
      ...indicator,
      display: { ...indicator.display, numbers },
    })),
  };
}
