import { unstable_rethrow } from 'next/navigation';
import { useActionState, useCallback, useSyncExternalStore } from 'react';
import type { FormIssue } from './issue-text';
import { typedValues } from './typed-values';

type Kept = { issues: FormIssue[]; values: Record<string, string[]> };
type Action<S> = (state: S, form: FormData) => Promise<S>;

/** `useActionState` for a form that keeps what was typed where the server fails or does not answer, and says whether its
 *  step was done. Before the page is alive, and without scripts, the form is sent as it stands. */
export function useKeptForm<S extends Kept>(action: Action<S>, initial: Awaited<S>, onDone?: () => void): [Awaited<S>, (form: FormData) => void, boolean] {
  const isAlive = useSyncExternalStore(nobody, () => true, () => false);
  const kept = useCallback<Action<S>>(
    async (state, form) => {
      const next = await action(state, form).catch((error: unknown) => afterFailure(state, form, error));
      if (next.issues.length === 0) onDone?.();
      return next;
    },
    [action, onDone],
  );
  return useActionState(isAlive ? kept : action, initial);
}

function afterFailure<S extends Kept>(state: S, form: FormData, error: unknown): S {
  // Another page, or none: that is an answer.
  unstable_rethrow(error);
  // The server numbers its own faults; without a number it did not answer at all.
  const number = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return { ...state, values: typedValues(form), issues: [number ? { field: null, code: 'step-failed', params: { number } } : { field: null, code: 'no-answer', params: {} }] };
}

const nobody = () => () => {};
