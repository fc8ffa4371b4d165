import type { FigureKey } from '@/lib/domain/figure/figure';
import type { FigureTrace } from '@/lib/domain/figure/trace';
import type { Computed } from '@/lib/domain/comparison/source';
import type { Place } from '../places';

/** What stands beside a figure: its target and control line in print, how far the target was reached, files of
 *  evidence. */
export type Surroundings = {
  target: string | null;
  completion: string | null;
  limit: string | null;
  evidence: { id: string; name: string }[];
};

/** A figure that goes into a computed number; `unit` where several units go into it. */
export type TraceInput = {
  key: FigureKey;
  unit: string | null;
  name: string;
  period: string;
  text: string;
};

/** What the panel shows: a reported figure, or a computed number with the figures it is computed from. */
export type TraceView = {
  trace: string;
  /** The printed form at the place it was chosen at. */
  text: string;
  computed: Computed | null;
  /** The figure itself; null for a number that was computed. */
  figure: FigureTrace | null;
  /** Of a reported figure. */
  beside: Surroundings | null;
  inputs: TraceInput[];
  /** The same figure one period before, to state the change. */
  previous: FigureTrace | null;
  places: Place[];
  /** The number of the text from which this figure was reached, when it is one of its inputs. */
  from: { trace: string; text: string } | null;
  /** Drawing of the figure's history, where there is one. */
  history: { wide: string } | null;
};
