import type { ReactNode } from 'react';

type Props = { title: ReactNode; meta?: ReactNode; actions?: ReactNode; isCompact?: boolean };

/** Title of a page, what is true of all of it, and at most one next step. Compact: in one line, where rows count. */
export function PageHead({ title, meta, actions, isCompact = false }: Props) {
  return (
    <div
      className={`flex flex-wrap items-end justify-between gap-x-8 ${isCompact ? 'mb-2 gap-y-1' : 'mb-4 gap-y-3'}`}
    >
      <div className={isCompact ? 'flex flex-wrap items-baseline gap-x-5' : undefined}>
        <h1>{title}</h1>
        {meta ? <p className={`text-ink-2 ${isCompact ? '' : 'mt-1'}`}>{meta}</p> : null}
      </div>
      {actions ? <div className="no-print flex flex-wrap items-center gap-3">{actions}</div> : null}
    </div>
  );
}
