// How far a figure lies from a line it was set, in its own unit; of a rate in percentage points.
import { distanceTo } from '@/lib/domain/comparison/difference';
import { amountSegment } from '@/lib/domain/comparison/print-row';
import type { Segment } from '@/lib/domain/comparison/source';
import type { Sourced } from '@/lib/domain/comparison/sourced';
import type { Item } from '../item';

/** The distance with both figures as its source; null on the line, and where only an upper bound of it is known. */
export function sayDistance({ figure, number, indicator }: Item, line: Sourced): Segment | null {
  const distance = distanceTo({ figure, keys: number.figures ?? [] }, line, indicator);
  return distance && amountSegment(distance);
}
