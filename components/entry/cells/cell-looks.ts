import type { Standing } from '@/lib/domain/report/readiness';
import type { CellState } from './entry-cell';

/** The signs of a cell: each state has a shape and a colour, and beside them a word. */
export const stateLooks: Record<CellState, { shape: string; look: string }> = {
  idle: { shape: '', look: '' },
  editing: { shape: '●', look: 'text-ink-2' },
  waiting: { shape: '…', look: 'text-attention' },
  saving: { shape: '◌', look: 'text-ink-2' },
  saved: { shape: '✓', look: 'text-good' },
  failed: { shape: '⊘', look: 'text-wrong' },
  invalid: { shape: '✕', look: 'text-wrong' },
  conflict: { shape: '⇄', look: 'text-wrong' },
};

/** Said of a cell whatever its state. */
export const signLooks = {
  warning: { shape: '▽', look: 'text-attention' },
  commented: { shape: '◤', look: 'text-attention' },
  news: { shape: '◇', look: 'text-act' },
  locked: { shape: '■', look: 'text-ink-2' },
} as const;

/** What the checks say of a cell; the word beside it names the class. */
export const verdictLooks: Record<Standing, { shape: string; look: string }> = {
  failing: { shape: '!', look: 'text-wrong' },
  unexplained: { shape: '▲', look: 'text-attention' },
  hint: { shape: '○', look: 'text-ink-2' },
  explained: { shape: '△', look: 'text-ink-2' },
  waived: { shape: '△', look: 'text-ink-2' },
};

const states = ['editing', 'waiting', 'saving', 'saved', 'failed', 'invalid', 'conflict'] as const;
const verdicts = ['failing', 'unexplained', 'hint', 'explained'] as const;
const signs = ['warning', 'commented', 'news', 'locked'] as const;

export const legend = [
  ...states.map((name) => ({ name, ...stateLooks[name] })),
  ...verdicts.map((name) => ({ name, ...verdictLooks[name] })),
  ...signs.map((name) => ({ name, ...signLooks[name] })),
];
