'use client';

import { Failure } from '@/components/layout/failure';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** The one boundary: says what happened to the person's data, and the number that is also in the log. */
export default function ErrorPage({ error, reset }: Props) {
  return <Failure digest={error.digest} retry={reset} />;
}
