import { listPlaces, placesOf, type Place } from '@/components/summary/places';
import { readTrace, traceText } from '@/components/summary/trace/trace-key';
import type { Surroundings, TraceInput, TraceView } from '@/components/summary/trace/trace-view';
import { drawChart } from '@/lib/chart/draw-chart';
import type { Viewer } from '@/lib/data/database/access';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { listEvidence } from '@/lib/data/figures/evidence';
import { findUnitName } from '@/lib/data/summary/batch-units';
import { findTrace } from '@/lib/data/summary/summaries';
import type { FigureKey } from '@/lib/domain/figure/figure';
import {
  isComparable,
  labelOf,
  labelOfCode,
  parsePeriodCode,
  previousOf,
} from '@/lib/domain/tree/period';
import { printFigure } from '@/lib/domain/figure/print';
import type { Chart, Summary } from '@/lib/domain/summary/summary';
import { printCompletion } from '@/lib/domain/comparison/completion';
import type { Locale } from '@/lib/i18n/locales';
import { nameOf } from '@/lib/i18n/name-of';
import type { FigureTrace } from '@/lib/domain/figure/trace';

/** The number by its sources, or by its place alone. */
type Request = { trace: string | undefined; at: string | undefined; locale: Locale };

/** What the panel shows of the number in the address; null where there is none that the viewer may see. */
export async function findTraceView(
  viewer: Viewer,
  summary: Summary,
  { trace: wanted, at, locale }: Request,
): Promise<TraceView | null> {
  const all = listPlaces(summary);
  const chosen = all.find(({ id }) => id === at);
  const trace = wanted ?? (chosen && traceText(chosen));
  if (trace === undefined) return null;
  const places = placesOf(all, trace);
  const place = places.find(({ id }) => id === at) ?? places[0];
  const from =
    chosen && traceText(chosen) !== trace ? { trace: traceText(chosen), text: chosen.text } : null;
  if (place && (place.computed || place.figures.length > 1)) {
    const inputs = await findInputs(viewer, place.figures, all, summary, locale);
    return {
      trace,
      text: place.text,
      computed: place.computed ?? null,
      figure: null,
      beside: null,
      inputs,
      previous: null,
      places,
      from,
      history: null,
    };
  }
  const key = readTrace(trace);
  const figure = key && (await findTrace(viewer, key));
  if (!figure) return null;
  return {
    trace,
    text: place?.text ?? printFigure(figure.figure, figure.indicator),
    computed: null,
    figure,
    beside: await findSurroundings(viewer, figure),
    inputs: [],
    previous: await findPrevious(viewer, figure),
    places,
    from,
    history: drawHistory(figure, locale),
  };
}

/** The figures behind a computed number in their printed forms, from the table where they stand there. */
async function findInputs(
  viewer: Viewer,
  keys: FigureKey[],
  places: Place[],
  { units }: Summary,
  locale: Locale,
): Promise<TraceInput[]> {
  const printed = new Map(
    places
      .filter(({ computed, figures }) => !computed && figures.length === 1)
      .map((place) => [traceText(place), place.text]),
  );
  const names = new Map(
    (await findCatalogue()).indicators.map((indicator) => [indicator.code, indicator]),
  );
  // A rank or a share rests on its neighbours, which the summary itself does not name.
  const codes = [...new Set(keys.map(({ unit }) => unit))];
  const several =
    codes.length > 1 ? await Promise.all(codes.map((code) => findUnitName(viewer, code))) : [];
  const unitNames = new Map(
    [...(units?.units ?? []), ...several.flatMap((unit) => unit ?? [])].map((unit) => [
      unit.code,
      nameOf(unit, locale),
    ]),
  );
  return Promise.all(
    keys.map(async (key) => {
      const indicator = names.get(key.indicator);
      const known = printed.get(traceText({ figures: [key] }));
      const found = known === undefined ? await findTrace(viewer, key) : null;
      return {
        key,
        unit: unitNames.get(key.unit) ?? null,
        name: indicator ? nameOf(indicator, locale) : key.indicator,
        period: labelOfCode(key.period, locale),
        text: known ?? (found ? printFigure(found.figure, found.indicator) : '—'),
      };
    }),
  );
}

/** Target, control line and evidence of a figure, as its submission has them. */
async function findSurroundings(
  viewer: Viewer,
  { key, reportId, figure, indicator }: FigureTrace,
): Promise<Surroundings | null> {
  if (figure.measure !== 'level') return null;
  const [target, limit, evidence] = await Promise.all([
    findTrace(viewer, { ...key, measure: 'target' }),
    findTrace(viewer, { ...key, measure: 'limit' }),
    listEvidence(viewer, reportId, key.submission),
  ]);
  const print = (found: FigureTrace | null) =>
    found && found.figure.value !== null ? printFigure(found.figure, indicator) : null;
  return {
    target: print(target),
    completion:
      target && figure.value !== null && target.figure.value !== null
        ? printCompletion(figure, target.figure, indicator)
        : null,
    limit: print(limit),
    evidence: evidence
      .filter((file) => file.indicator === key.indicator)
      .map(({ id, name }) => ({ id, name })),
  };
}

/** The newest submission of the period before, as far as the viewer may read it. */
async function findPrevious(
  viewer: Viewer,
  { key, period, history }: FigureTrace,
): Promise<FigureTrace | null> {
  const before = previousOf(period).code;
  const edition = history.findLast((one) => one.period === before);
  if (!edition) return null;
  const previous: FigureKey = { ...key, period: before, submission: edition.submission };
  return findTrace(viewer, previous);
}

/** One point for each period comparable with this one: its newest submission. */
function drawHistory(
  { key, period, indicator, history }: FigureTrace,
  locale: Locale,
): { wide: string } | null {
  const newest = new Map(
    history.filter(({ value }) => value !== null).map((edition) => [edition.period, edition]),
  );
  const points = [...newest.values()].flatMap((edition) => {
    const of = parsePeriodCode(edition.period);
    return of && isComparable(of, period) ? [{ label: labelOf(of, locale), edition }] : [];
  });
  if (points.length < 2) return null;
  const chart: Chart = {
    title: indicator.name,
    unit: indicator.unit,
    kind: 'lines',
    categories: points.map(({ label }) => label),
    series: [
      {
        name: indicator.name,
        values: points.map(({ edition }) => Number(edition.value)),
        texts: points.map(({ edition }) => edition.text),
        figures: points.map(({ edition }) => [
          { ...key, period: edition.period, submission: edition.submission },
        ]),
      },
    ],
  };
  const description = points.map(({ label, edition }) => `${label}${edition.text}`).join('，');
  return { wide: drawChart({ chart, id: 'history', width: 300, description }) };
}
