import type { ChangeEvent } from 'react';

/** Stops a form from being sent with a file of more than `most` megabytes, with the sentence that says so: what is far
 *  too large never reaches the action that would say it. */
export const refuseLargerThan =
  (most: number, sentence: string) =>
  ({ currentTarget: input }: ChangeEvent<HTMLInputElement>): void => {
    input.setCustomValidity((input.files?.[0]?.size ?? 0) > most * 1024 * 1024 ? sentence : '');
    input.reportValidity();
  };
