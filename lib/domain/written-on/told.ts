// A sentence of an earlier text as it is written on: its words, and its numbers bound to what they would be of now.
import type { Role } from '../old-report/roles';

/** Why a sentence cannot be written on: its number has no indicator (`no-home`), is of another scope, time or kind than
 *  figures are (`scope`, `time`, `kind`), nobody vouches for what it is of (`unproved`), there is no figure for it now
 *  (`missing`), what it is compared with may not be compared (`base`), its words do not say how they go with the number
 *  (`words`), it says two directions at once (`mixed`), or claims what no figure says (`claim`). */
export type Reason =
  | 'no-home'
  | 'scope'
  | 'time'
  | 'kind'
  | 'unproved'
  | 'missing'
  | 'base'
  | 'words'
  | 'mixed'
  | 'claim';

/** A number of the earlier text. `ref` is the number of the new period that takes its place, or `why` there is none;
 *  `base` is what a level is held against where words tell its direction. */
export type Told = {
  text: string;
  role: Role;
  indicator: string | null;
  ref: string | null;
  base: string | null;
  why: Reason | null;
};

/** Words, or a number. */
export type Token = string | Told;

export type ToldSentence = {
  kind: 'title' | 'heading' | 'own';
  opens: boolean;
  section: string | null;
  tokens: Token[];
};

export const isTold = (token: Token): token is Told => typeof token !== 'string';
