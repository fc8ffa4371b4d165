// Sends edits to the server in batches, one request at a time. What the network or a busy server loses is sent again,
// ever more slowly; what the server refuses is not.
import type { Issue } from '@/lib/domain/figure/read';
import type { Content, ServerFigure } from '../grid/entry-cell';
import { sendPatch, type PatchAnswer, type SaveTo } from './send-patch';

/** `submission` and `revision`: those that the person saw. */
export type Edit = { indicator: string; submission: number; revision: number } & Content;
export type Result = { indicator: string } & (
  | { outcome: 'saved' | 'unchanged'; figure: ServerFigure }
  /** `submission`: the one in which the figure stands. */
  | { outcome: 'conflict'; figure: ServerFigure; submission: number }
  | { outcome: 'invalid'; issue: Issue }
);

/** Asks the server once. */
export const sendEdits = (
  to: SaveTo,
  edits: readonly Edit[],
): Promise<PatchAnswer<{ results: Result[] }>> => sendPatch(to, { edits });
