'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { keepable, typedValues } from '@/lib/domain/entry/typed-values';
import { keepingTyped } from '@/components/ui/use-kept-form';
import type { FieldsAction, FieldsResult, FieldsState, FormField } from './form-field';
import { LookedAt } from './looked-at';
import { OneField } from './one-field';
import { OneTimeLink } from './one-time-link';

type Props = {
  id: string;
  action: FieldsAction;
  fields: readonly FormField[];
  submit: string;
  /** What to say when the server took it. */
  saved: string;
  isPrimary?: boolean;
};

const untouched: FieldsState & { sent: number } = { issues: [], values: {}, sent: 0 };

/** A short form of a page, drawn from the fields that the server describes: what is wrong stands on top and at the
 *  field, and nothing typed is lost. */
export function FieldsForm({ id, action, fields, submit, saved, isPrimary = false }: Props) {
  const [t, common, issueText] = [
    useTranslations('fields'),
    useTranslations('common'),
    useTranslations('issues'),
  ];
  const [{ issues, values, result, sent }, send, isBusy] = useActionState(
    async (before: typeof untouched, form: FormData) => {
      const answer = await keepingTyped(action)(before, form);
      // What was only looked at stands there still.
      const values = answer.result?.look ? keepable(typedValues(form)) : answer.values;
      return { ...answer, values, sent: before.sent + 1 };
    },
    untouched,
  );
  const look = result?.look;
  const idOf = (field: string) => `${id}-${field.replace('[]', '')}`;
  const sentences = issues.map(({ field, code, params }) => ({
    field,
    text: issueText.has(code as never) ? issueText(code as never, params as never) : code,
  }));
  const errors = inOrder(fields, sentences).map(({ asked, text }) =>
    asked
      ? { href: `#${idOf(asked.name)}`, text: t('errorAt', { label: asked.label, text }) }
      : { href: `#${id}-submit`, text },
  );
  useErrorTitle(common('errorPrefix'), sent, errors.length > 0);

  return (
    <form id={id} action={send} noValidate className="max-w-2xl">
      <ErrorSummary title={common('errorTitle', { count: errors.length })} errors={errors} />
      {result ? <Answered id={id} result={result} saved={saved} /> : null}
      {/* Made anew with every answer, so that each field begins with what was typed or with what now holds. */}
      <div key={sent}>
        {fields.map((field) => (
          <OneField
            key={field.name}
            id={idOf(field.name)}
            field={field}
            // After an error an empty list is what was ticked: nothing.
            typed={issues.length > 0 || look ? (values[field.name] ?? []) : undefined}
            error={sentences.find((sentence) => sentence.field === field.name)?.text}
          />
        ))}
      </div>
      {look ? <LookedAt look={look} /> : null}
      <Button
        id={`${id}-submit`}
        kind={isPrimary || look ? 'primary' : 'plain'}
        aria-disabled={isBusy}
        onClick={(event) => isBusy && event.preventDefault()}
      >
        {look ? look.confirm : submit}
      </Button>
    </form>
  );
}

/** What the server says it did; what was only looked at is not done. */
function Answered({ id, result, saved }: { id: string; result: FieldsResult; saved: string }) {
  if (result.link) return <OneTimeLink id={`${id}-link`} link={result.link} text={saved} />;
  if (result.token)
    return <OneTimeLink id={`${id}-token`} link={result.token} text={saved} words="secret" />;
  if (result.look) return null;
  return (
    <Notice kind="good" role="status">
      <p>{saved}</p>
    </Notice>
  );
}

type Sentence = { field: string | null; text: string };

/** The sentences with the fields they are about, in the order of the form; what concerns all of it comes first. */
function inOrder(fields: readonly FormField[], sentences: readonly Sentence[]) {
  const asked = fields.filter((field) => field.kind !== 'hidden');
  const placed = sentences.map(({ field, text }) => ({
    place: asked.findIndex(({ name }) => name === field),
    text,
  }));
  return placed
    .sort((a, b) => a.place - b.place)
    .map(({ place, text }) => ({ asked: asked[place], text }));
}

/** While something is wrong the title of the page says so first: it is what a screen reader reads out. */
function useErrorTitle(prefix: string, sent: number, isWrong: boolean): void {
  useEffect(() => {
    if (!isWrong) return;
    const plain = () => document.title.replaceAll(prefix, '');
    document.title = prefix + plain();
    return () => {
      document.title = plain();
    };
  }, [prefix, sent, isWrong]);
}
