import type { ReactNode } from 'react';

export type TagKind = 'plain' | 'todo' | 'attention' | 'wrong' | 'good';

/** A state in a word. What is finished is quiet; what is open stands out. Shape and word say it without the colour. */
export function Tag({ kind = 'plain', children }: { kind?: TagKind; children: ReactNode }) {
  return (
    <span className={`inline-block rounded-sm text-table whitespace-nowrap ${looks[kind]}`}>
      {shapes[kind] ? <span aria-hidden="true">{shapes[kind]} </span> : null}
      {children}
    </span>
  );
}

const shapes: Record<TagKind, string> = {
  plain: '',
  todo: '',
  attention: '▲',
  wrong: '!',
  good: '✓',
};
const looks: Record<TagKind, string> = {
  plain: 'text-ink-2',
  todo: 'border border-act px-2 text-act',
  attention: 'bg-attention-ground px-2 text-attention',
  wrong: 'bg-wrong-ground px-2 text-wrong',
  good: 'bg-good-ground px-2 text-good',
};
