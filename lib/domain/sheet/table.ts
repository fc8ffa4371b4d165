// A table of a foreign sheet while it is being recognised, and what its texts are recognised by.
import type { Area } from './find-tables';
import type { Matcher } from './matcher';
import type { WhoseReader } from './unit-names';

export type Recogniser = { match: Matcher; whose: WhoseReader };

/** A table's rows, with the texts of merged cells spread; `figures`: without. Both in the places of the sheet. */
export type Table = {
  rows: string[][];
  figures: string[][];
  area: Area;
  head: number;
  body: number[];
  recogniser: Recogniser;
  /** Units said over or under the whole table, the nearest first. */
  units: string[][];
};
