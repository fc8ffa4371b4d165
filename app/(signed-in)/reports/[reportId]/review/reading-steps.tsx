import { ExaminedNote } from '@/components/review/examined-note';
import { ReadingNote } from '@/components/review/reading-note';
import { ReopeningList } from '@/components/review/reopening-list';
import { speak } from '../../figure-words';
import { readOrOpen } from './actions';
import type { readReview } from './read-review';

type Reading = NonNullable<Awaited<ReturnType<typeof readReview>>>;
type Props = {
  reportId: string;
  reading: Reading;
  submission: NonNullable<Reading['submission']>;
};

/** Who reads a submission, who passed it, and what is asked to be opened, each with what the viewer may do about it. */
export function ReadingSteps({ reportId, reading, submission }: Props) {
  const { form, requests } = reading;
  const { allowed, accepted, examined } = form.report;
  const hidden = { reportId, submission: String(submission.number) };
  return (
    <>
      {allowed.includes('report.accept') ? (
        <ReadingNote action={readOrOpen} hidden={hidden} accepted={accepted} />
      ) : null}
      {examined ? (
        <ExaminedNote
          action={readOrOpen}
          hidden={hidden}
          examined={examined}
          mayTakeBack={allowed.includes('report.examine')}
        />
      ) : null}
      {submission.review?.decision === 'returned' ? (
        <ReopeningList
          reportId={reportId}
          submission={submission.number}
          requests={requests}
          rows={form.rows}
          isAllOpen={submission.review.opensAll || submission.review.marks.length === 0}
          mayOpen={allowed.includes('cell.open')}
          speak={speak}
          openAll={readOrOpen}
        />
      ) : null}
    </>
  );
}
