import type { ReactNode } from 'react';

export type FieldProps = { id: string; label: ReactNode; hint?: ReactNode; error?: ReactNode };

/** Label, hint and error around one control, which points at them with `describedBy`. */
export function Field({ id, label, hint, error, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className={`my-4 ${error ? 'border-l-4 border-wrong pl-3' : ''}`}>
      <label htmlFor={id} className="mb-1 block font-bold">
        {label}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

/** Hint and error of a control or of a group of controls. */
export function FieldNotes({ id, hint, error }: Omit<FieldProps, 'label'>) {
  return (
    <>
      {hint ? (
        <p id={`${id}-hint`} className="mb-1 text-ink-2">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="mb-1 font-bold text-wrong">
          <span aria-hidden="true">! </span>
          {error}
        </p>
      ) : null}
    </>
  );
}

/** Ids for aria-describedby, or undefined when there is neither hint nor error. */
export function describedBy({ id, hint, error }: Omit<FieldProps, 'label'>): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

/** How a field for a file looks. */
export const fileStyle = [
  'block max-w-full py-2 file:mr-3 file:min-h-10 file:cursor-pointer file:rounded-sm file:border',
  'file:border-line-2 file:bg-paper file:px-4 file:text-act',
].join(' ');

/** Looks shared by everything one types into or chooses from. */
export function controlStyle(error?: ReactNode): string {
  return `min-h-10 rounded-md border bg-paper px-3 py-1.5 text-base ${error ? 'border-2 border-wrong' : 'border-line-2'}`;
}
