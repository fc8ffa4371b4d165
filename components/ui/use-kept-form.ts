import { unstable_rethrow } from 'next/navigation';
import { useActionState, useMemo, useSyncExternalStore } from 'react';
import type { Issue } from '@/lib/domain/access/errors';
import { keepable, personField, personMeta, typedValues } from '@/lib/domain/entry/typed-values';

type State = {
  issues: (Issue & { field: string | null })[];
  values: Record<string, string[]>;
  result?: unknown;
};
type Action<S> = (state: S, form: FormData) => Promise<S>;

/** `useActionState` for a form that keeps what was typed where the server fails or does not answer, and says whether
 *  its step was done. Before the page is alive, and without scripts, the form is sent as it stands. */
export function useKeptForm<S extends State>(
  action: Action<S>,
  initial: Awaited<S>,
  onDone?: (state: S, form: FormData) => void,
): [Awaited<S>, (form: FormData) => void, boolean] {
  const isAlive = useSyncExternalStore(
    nobody,
    () => true,
    () => false,
  );
  const kept = useMemo(() => keepingTyped(action, onDone), [action, onDone]);
  return useActionState(isAlive ? kept : action, initial);
}

/** The action with an answer also where the server has none: what was typed, and whether the step may have been
 *  done. */
export function keepingTyped<S extends State>(
  action: Action<S>,
  onDone?: (state: S, form: FormData) => void,
): Action<S> {
  return async (state, form) => {
    // A page that stands open is its person's, whoever has signed in in that browser since.
    const opened = globalThis.document?.querySelector<HTMLMetaElement>(
      `meta[name="${personMeta}"]`,
    )?.content;
    if (opened) form.set(personField, opened);
    const next = await action(state, form).catch((error: unknown) =>
      afterFailure(state, form, error),
    );
    if (next.issues.length === 0) onDone?.(next, form);
    return next;
  };
}

function afterFailure<S extends State & { result?: unknown }>(
  state: S,
  form: FormData,
  error: unknown,
): S {
  // Another page, or none: that is an answer.
  unstable_rethrow(error);
  // The server numbers its own faults; without a number it did not answer at all.
  const number = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  const issue = number
    ? { field: null, code: 'step-failed', params: { number } }
    : { field: null, code: 'no-answer', params: {} };
  return { ...state, issues: [issue], values: keepable(typedValues(form)), result: undefined };
}

const nobody = () => () => {};
