import 'server-only';
import type { Decision } from '@/lib/domain/report/report';

export type SubmissionView = {
  number: number;
  createdAt: Date;
  sentAt: Date | null;
  sentBy: string | null;
  /** The first of two signatures, where the period asks for two. */
  cosignedAt: Date | null;
  cosignedBy: string | null;
  isCosignedByViewer: boolean;
  signedAt: Date | null;
  signedBy: string | null;
  review: {
    decision: Decision;
    reason: string | null;
    by: string;
    at: Date;
    opensAll: boolean;
    marks: { indicator: string; note: string }[];
  } | null;
  /** Taken back by the unit before anybody read it. */
  withdrawal: { reason: string; by: string; at: Date } | null;
};

/** A submission as the database writes it into JSON. */
export type SubmissionRow = Omit<
  SubmissionView,
  'createdAt' | 'sentAt' | 'cosignedAt' | 'signedAt' | 'review' | 'withdrawal'
> & {
  createdAt: string;
  sentAt: string | null;
  cosignedAt: string | null;
  signedAt: string | null;
  review: (Omit<NonNullable<SubmissionView['review']>, 'at'> & { at: string }) | null;
  withdrawal: { reason: string; by: string; at: string } | null;
};

const date = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** A submission as it is shown. */
export function submissionView({
  createdAt,
  sentAt,
  cosignedAt,
  signedAt,
  review,
  withdrawal,
  ...rest
}: SubmissionRow): SubmissionView {
  return {
    ...rest,
    createdAt: new Date(createdAt),
    sentAt: date(sentAt),
    cosignedAt: date(cosignedAt),
    signedAt: date(signedAt),
    review: review && { ...review, at: new Date(review.at) },
    withdrawal: withdrawal && { ...withdrawal, at: new Date(withdrawal.at) },
  };
}
