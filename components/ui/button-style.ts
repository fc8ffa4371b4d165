export type ButtonKind = 'primary' | 'plain' | 'quiet';

/** The looks of a button. A page has one primary button: its next step. */
export function buttonStyle(kind: ButtonKind): string {
  return `${base} ${kinds[kind]}`;
}

const base =
  'inline-flex min-h-10 items-center justify-center gap-2 rounded-md border px-4 py-1.5 text-base no-underline ' +
  'disabled:cursor-not-allowed aria-disabled:cursor-not-allowed';

const kinds: Record<ButtonKind, string> = {
  primary:
    'border-act bg-act font-bold text-paper hover:bg-act-2 disabled:border-line-2 disabled:bg-ground ' +
    'disabled:text-ink-2',
  plain: 'border-line-2 bg-paper text-act hover:border-act disabled:bg-ground disabled:text-ink-2',
  quiet:
    'min-h-8 border-transparent px-1 text-act underline underline-offset-3 hover:decoration-2 disabled:text-ink-2',
};
