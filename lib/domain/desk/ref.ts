// The name of a number's source inside a manuscript: the same whichever submission speaks, so that a corrected figure
// is still the same number. Long lists of figures are named by their length and a sign of them.
import type { FigureKey } from '../figure/figure';
import type { Computed } from '../comparison/source';

/** "320925~2021~SX001", with a measure "…~net_increase"; computed "growth:320925~2021~SX001,320925~2020~SX001". */
export function refOf({
  figures = [],
  computed,
}: {
  figures?: FigureKey[];
  computed?: Computed;
}): string {
  const keys = figures.map(({ unit, period, indicator, measure }) =>
    [unit, period, indicator, ...(measure ? [measure] : [])].join('~'),
  );
  const listed = keys.length > mostKeys ? `${keys.length}-${signOf(keys.join())}` : keys.join();
  return computed ? `${computed.kind}:${listed}` : listed;
}

const mostKeys = 4;

/** FNV-1a over the text, twice with different starts: 64 bits name some hundred places of one text. */
export function signOf(text: string): string {
  return [0x811c9dc5, 0x9dc5811c]
    .map((start) =>
      Array.from(text)
        .reduce((sign, char) => Math.imul(sign ^ char.charCodeAt(0), 0x01000193) >>> 0, start)
        .toString(36),
    )
    .join('');
}
