import type { ReactNode } from 'react';

export type NoticeKind = 'plain' | 'attention' | 'wrong' | 'good';
type Props = {
  kind?: NoticeKind;
  title?: ReactNode;
  children?: ReactNode;
  role?: 'alert' | 'status';
};

/** Something the person should know, in words; the shape stands beside the colour. */
export function Notice({ kind = 'plain', title, children, role }: Props) {
  return (
    <div role={role} className={`my-4 border-l-4 px-4 py-3 ${looks[kind]}`}>
      {title ? (
        <p className="font-bold">
          {shapes[kind] ? <span aria-hidden="true">{shapes[kind]} </span> : null}
          {title}
        </p>
      ) : null}
      {children ? <div className={title ? 'mt-1 text-ink' : 'text-ink'}>{children}</div> : null}
    </div>
  );
}

const shapes: Record<NoticeKind, string> = { plain: '', attention: '▲', wrong: '!', good: '✓' };
const looks: Record<NoticeKind, string> = {
  plain: 'border-act bg-paper text-ink',
  attention: 'border-attention bg-attention-ground text-attention',
  wrong: 'border-wrong bg-wrong-ground text-wrong',
  good: 'border-good bg-good-ground text-good',
};
