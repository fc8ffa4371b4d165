import 'server-only';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import type { z } from 'zod';
import type { Viewer } from '@/lib/data/database/access';
import { cleanText } from '@/lib/domain/figure/clean-text';
import { GongbaoError, NotFoundError } from '@/lib/domain/access/errors';
import { requireViewer } from '@/lib/auth/viewer';
import { isSecret, keepable, personField, typedValues } from '@/lib/domain/entry/typed-values';
import { isSameOrigin } from './same-origin';

/** What is wrong with a form: `code` is a sentence of the message area `issues`; `field` null concerns the whole
 *  form. */
export type FormIssue = { field: string | null; code: string; params: Record<string, string> };

/** State for useActionState: issues and what was typed (nothing is lost), or the result. */
export type FormState<R = undefined> = {
  issues: FormIssue[];
  values: Record<string, string[]>;
  result?: R;
};

/** Makes a server action of a handler: who is signed in, from our own page, with input that fits the schema.
 *  The messages of the schema are codes. Refusals of the domain become issues; anything unexpected is thrown on. */
export function formAction<S extends z.ZodType, R>(
  schema: S,
  handler: (viewer: Viewer, input: z.output<S>) => Promise<R>,
) {
  return async (_state: FormState<R>, form: FormData): Promise<FormState<R>> => {
    const viewer = await requireViewer();
    const opened = form.get(personField);
    if (opened !== null && opened !== viewer.personId)
      return {
        issues: [{ field: null, code: 'other-person', params: { name: viewer.name } }],
        values: keepable(valuesOf(form)),
      };
    return runForm(schema, form, (input) => handler(viewer, input));
  };
}

/** The same for the few forms of people who are not signed in yet. */
export function openFormAction<S extends z.ZodType, R>(
  schema: S,
  handler: (input: z.output<S>) => Promise<R>,
) {
  return async (_state: FormState<R>, form: FormData): Promise<FormState<R>> =>
    runForm(schema, form, handler);
}

async function runForm<S extends z.ZodType, R>(
  schema: S,
  form: FormData,
  handler: (input: z.output<S>) => Promise<R>,
): Promise<FormState<R>> {
  if (!isSameOrigin(await headers(), process.env.NEXTAUTH_URL))
    throw new Error('a form of another address was sent here');
  const typed = valuesOf(form);
  const files = [...form].filter(([, value]) => typeof value !== 'string');
  const parsed = schema.safeParse(
    Object.fromEntries([
      ...files,
      ...Object.entries(typed).map(([name, all]) => [name, name.endsWith('[]') ? all : all[0]]),
    ]),
  );
  const values = keepable(typed);
  if (!parsed.success) {
    return {
      issues: parsed.error.issues.map(({ path, message }) => ({
        field: String(path[0] ?? ''),
        code: message,
        params: {},
      })),
      values,
    };
  }
  try {
    return { issues: [], values: {}, result: await handler(parsed.data) };
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    if (!(error instanceof GongbaoError)) throw error;
    return {
      issues: [{ field: error.params.field ?? null, code: error.code, params: error.params }],
      values,
    };
  }
}

/** What was typed, by name: a name ending in [] holds a list. A password is compared exactly as typed, and never sent
 *  back. */
function valuesOf(form: FormData): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(typedValues(form)).map(([name, all]) => [
      name,
      isSecret(name) ? all : all.map(cleanText),
    ]),
  );
}
