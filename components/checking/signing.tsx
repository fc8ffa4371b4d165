import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { nameOf } from '@/lib/i18n/name-of';
import { SignDesk } from './sign-desk';

type Submission = {
  number: number;
  sentBy: string | null;
  sentAt: Date | null;
  cosignedBy: string | null;
  cosignedAt: Date | null;
};
type Desk = ComponentProps<typeof SignDesk>;
export type SigningProps = Pick<Desk, 'blocks' | 'demoPassword'> & {
  form: {
    report: { id: string; signatures: number };
    submission: Submission;
    /** What is shown, for signing it. */
    seen: string;
  };
  /** The unit that reviews what is signed; none above the topmost. */
  reviewer: { name: string; nameEn: string } | null;
  actions: Pick<Desk, 'sign' | 'giveBack'>;
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

/** For everybody else: whose turn it is. */
export function WaitingNote({ form: { submission } }: Pick<SigningProps, 'form'>) {
  const t = useTranslations('check');
  const { sent, first } = useSteps(submission);
  return (
    <p className="mb-4">
      {submission.sentAt
        ? submission.cosignedAt
          ? t('waitingSecond', first)
          : t('waiting', sent)
        : t('reading')}
    </p>
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
