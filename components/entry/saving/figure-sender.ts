// Sends edits to the server in batches, one request at a time. What the network or a busy server loses is sent again,
// ever more slowly; what the server refuses is not.
import type { Issue } from '@/lib/domain/figure/read';
import type { Content, ServerFigure } from '../grid/entry-cell';
import { sendPatch, type PatchAnswer, type SaveTo } from './send-patch';

export type Edit = { indicator: string; revision: number } & Content;
export type Result = { indicator: string } & (
  | { outcome: 'saved' | 'unchanged' | 'conflict'; figure: ServerFigure }
  | { outcome: 'invalid'; issue: Issue }
);

/** Asks the server once. */
export const sendEdits = (
  to: SaveTo,
  edits: readonly Edit[],
): Promise<PatchAnswer<{ results: Result[] }>> => sendPatch(to, { edits });
