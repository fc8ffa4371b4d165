import type { ReactNode } from 'react';
import type { Block, Part } from '@/lib/domain/desk/manuscript';
import type { Candidate } from '@/lib/domain/reader/find-unlinked';
import type { KnownNumber } from './desk-finder';
import type { Theirs } from './manuscript-saver';

type Issue = { field: string | null; code: string; params: Record<string, string> };
export type FormIssues = { issues: Issue[]; values: Record<string, string[]>; result?: undefined };
export type IssueState = Omit<FormIssues, 'result'> & { result?: number };
export type IssueAction = (state: IssueState, form: FormData) => Promise<IssueState>;

/** What the desk gets from its page. `generated` is the summary as it would be written today, `unstated` the numbers
 *  that it does not state, `traces` the address of each number's origin. */
export type DeskProps = {
  unit: string;
  period: string;
  address: string;
  personId: string;
  manuscript: Theirs;
  sentences: [string, Part[]][];
  generated: Block[];
  numbers: KnownNumber[];
  traces: Record<string, string>;
  unstated: string[];
  candidates: Candidate[];
  names: string[];
  issue: IssueAction | null;
  trace: ReactNode;
  notes: ReactNode;
};
