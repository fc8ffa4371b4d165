import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { nameOf } from '@/lib/i18n/name-of';
import { FieldsForm } from '@/components/fields/fields-form';
import type { Action } from '@/lib/domain/access/policy';
import { SignDesk } from './sign-desk';

type Submission = {
  number: number;
  sentBy: string | null;
  sentAt: Date | null;
  cosignedBy: string | null;
  cosignedAt: Date | null;
  isCosignedByViewer: boolean;
};
type Desk = ComponentProps<typeof SignDesk>;
export type SigningProps = Pick<Desk, 'blocks' | 'demoPassword'> & {
  form: {
    report: { id: string; signatures: number; allowed: readonly Action[] };
    submission: Submission;
    /** What is shown, for signing it. */
    seen: string;
  };
  /** The unit that reviews what is signed; none above the topmost. */
  reviewer: { name: string; nameEn: string } | null;
  actions: Pick<Desk, 'sign' | 'giveBack'> &
    Record<'recall' | 'unsign', ComponentProps<typeof FieldsForm>['action']>;
};

/** The desk of whoever signs it, first or second. */
export function Signing({ form, blocks, reviewer, demoPassword, actions }: SigningProps) {
  const [t, locale] = [useTranslations('check'), useLocale()];
  const { report, submission } = form;
  const { sent, first } = useSteps(submission);
  const isSecond = submission.cosignedAt !== null;
  const declaration = reviewer
    ? t('sign.statement', { unit: nameOf(reviewer, locale) })
    : t('sign.statementTop');
  const statement =
    report.signatures < 2
      ? declaration
      : isSecond
        ? `${t('sign.second', first)}${declaration}`
        : t('sign.first');
  return (
    <>
      <p className="mb-4">
        {t.rich('sign.status', { ...sent, link: (text) => <a href="#sign">{text}</a> })}
      </p>
      <SignDesk
        sign={actions.sign}
        giveBack={actions.giveBack}
        reportId={report.id}
        sent={{ submission: submission.number, seen: form.seen, sentAt: submission.sentAt }}
        statement={statement}
        isFirst={report.signatures > 1 && !isSecond}
        blocks={blocks}
        demoPassword={demoPassword}
      />
    </>
  );
}

/** For everybody else: whose turn it is, and the way back for whoever has done the step before. */
export function WaitingNote({ form, actions }: Pick<SigningProps, 'form' | 'actions'>) {
  const { report, submission } = form;
  const t = useTranslations('check');
  const { sent, first } = useSteps(submission);
  const back =
    submission.cosignedAt === null && report.allowed.includes('report.recall')
      ? (['recall', 'recalled'] as const)
      : submission.isCosignedByViewer && report.allowed.includes('report.uncosign')
        ? (['unsign', 'unsigned'] as const)
        : null;
  return (
    <>
      {submission.sentAt ? (
        <p className="mb-4">{submission.cosignedAt ? t('signedOnce', first) : t('sentBy', sent)}</p>
      ) : null}
      {back ? (
        <FieldsForm
          id={back[0]}
          action={actions[back[0]]}
          submit={t(`takeBack.${back[0]}`)}
          saved={t(`takeBack.${back[1]}`)}
          fields={[
            { kind: 'hidden', name: 'reportId', value: report.id },
            { kind: 'hidden', name: 'submission', value: String(submission.number) },
          ]}
        />
      ) : null}
    </>
  );
}

/** Who sent the submission and who signed it first, and when. */
function useSteps({ sentBy, sentAt, cosignedBy, cosignedAt }: Submission) {
  const format = useFormatter();
  const step = (by: string | null, at: Date | null) => ({
    by: by ?? '',
    at: at ? format.dateTime(at, 'minute') : '',
  });
  return { sent: step(sentBy, sentAt), first: step(cosignedBy, cosignedAt) };
}
