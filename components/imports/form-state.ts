import type { Issue } from '@/lib/domain/access/errors';

/** State of a form whose action leads to another page when it is done. */
export type FormState = {
  issues: (Issue & { field: string | null })[];
  values: Record<string, string[]>;
  result?: undefined;
};
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
