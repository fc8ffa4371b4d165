import type { OfflineKind } from '@/lib/domain/entry/offline-form';
import type { ImportKind } from '@/lib/domain/sheet/plan-import';

const wrong = { shape: '!', look: 'text-wrong' };
const left = { shape: '○', look: 'text-ink-2' };

/** What would become of a figure that comes from elsewhere: each verdict has a shape and a colour beside its word. */
export const plannedLooks: Record<OfflineKind | ImportKind, { shape: string; look: string }> = {
  new: { shape: '＋', look: 'text-good' },
  changed: { shape: '△', look: 'text-act' },
  cleared: { shape: '−', look: 'text-attention' },
  wrong,
  invalid: wrong,
  ask: { shape: '?', look: 'text-attention' },
  odd: { shape: '!', look: 'text-attention' },
  conflict: { shape: '▲', look: 'text-attention' },
  outside: left,
  'not-writable': left,
  'no-period': left,
  same: { shape: '＝', look: 'text-ink-2' },
};
