'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/textarea';
import { useKeptForm } from '@/components/ui/use-kept-form';
import { useIssueText, type FormIssue } from '@/components/figures/issue-text';

export type WordState = { issues: FormIssue[]; values: Record<string, string[]>; result?: true };
export type WordAction = (state: WordState, form: FormData) => Promise<WordState>;

type Props = {
  id: string;
  action: WordAction;
  hidden: Readonly<Record<string, string>>;
  /** What is typed; none where the buttons say it all. */
  field?: { label: string; hint?: string; value?: string };
  buttons: readonly { intent: string; text: string; isPrimary?: boolean }[];
};

/** A few words and what to do with them. Works before the page's scripts do, and without them. */
export function WordForm({ id, action, hidden, field, buttons }: Props) {
  const t = useTranslations('figure.form');
  const issueText = useIssueText();
  const [{ issues, values, result }, send, isBusy] = useKeptForm(action, {
    issues: [],
    values: {},
  });
  const error = issues.map(issueText).join(' ') || undefined;
  return (
    <form action={send} className="no-print">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {field ? (
        <Textarea
          id={id}
          name="words"
          label={field.label}
          hint={field.hint}
          error={error}
          rows={2}
          defaultValue={values.words?.[0] ?? field.value ?? ''}
        />
      ) : null}
      {!field && error ? (
        <p role="alert" className="my-2 font-bold text-wrong">
          <span aria-hidden="true">! </span>
          {error}
        </p>
      ) : null}
      <p className="flex flex-wrap items-center gap-3">
        {buttons.map(({ intent, text, isPrimary }) => (
          <Button
            key={intent}
            name="intent"
            value={intent}
            kind={isPrimary ? 'primary' : 'plain'}
            disabled={isBusy}
          >
            {text}
          </Button>
        ))}
        <span role="status">
          {result && !isBusy ? <span className="text-good">✓ {t('done')}</span> : null}
        </span>
      </p>
    </form>
  );
}
