import { unstable_rethrow } from 'next/navigation';
import { useActionState, useCallback, useSyncExternalStore } from 'react';
import type { FormIssue } from './issue-text';

type Action<S> = (state: S, form: FormData) => Promise<S>;

/** `useActionState` for a form that keeps what was typed where the server fails or does not answer, and says whether its
 *  step was done. Before the page is alive, and without scripts, the form is sent as it stands. */
export function useKeptForm<S extends { issues: FormIssue[] }>(action: Action<S>, initial: Awaited<S>): [Awaited<S>, (form: FormData) => void, boolean] {
  const isAlive = useSyncExternalStore(nobody, () => true, () => false);
  const kept = useCallback<Action<S>>((state, form) => action(state, form).catch((error: unknown) => afterFailure(state, error)), [action]);
  return useActionState(isAlive ? kept : action, initial);
}

function afterFailure<S extends { issues: FormIssue[] }>(state: S, error: unknown): S {
  // Another page, or none: that is an answer.
  unstable_rethrow(error);
  // The server numbers its own faults; without a number it did not answer at all.
  const number = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return { ...state, issues: [number ? { field: null, code: 'step-failed', params: { number } } : { field: null, code: 'no-answer', params: {} }] };
}

const nobody = () => () => {};
