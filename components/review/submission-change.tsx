import { useTranslations } from 'next-intl';
import { Sheet } from '@/components/ui/sheet';
import { untouchedMarks } from '@/lib/domain/report/marks';
import { ChangedFigures, type ChangedFigure } from './changed-figures';
import { OpenMarksNote } from './open-marks';
import type { ReviewRow } from './review-rows';

type Props = {
  reportId: string;
  before: number;
  after: number;
  changed: readonly ChangedFigure[];
  rows: readonly ReviewRow[];
  reason: string | null;
  /** Marks of the last return that the unit neither changed nor answered, while the submission is to be decided on. */
  openMarks: readonly { indicator: string; note: string }[];
};

/** What became of a returned submission: what was changed, and which marked figures were left as they were. */
export function SubmissionChange({
  reportId,
  before,
  after,
  changed,
  rows,
  reason,
  openMarks,
}: Props) {
  const t = useTranslations('review.change');
  const changes = new Map(changed.map((one) => [one.indicator.code, one]));
  const notes = new Map(
    rows.flatMap(({ indicator, last }) => (last === null ? [] : [[indicator.code, last] as const])),
  );
  const listed = rows
    .filter(({ indicator }) => changes.has(indicator.code) || notes.has(indicator.code))
    .map(
      ({ indicator, figure }) =>
        changes.get(indicator.code) ?? { indicator, before: figure, after: figure },
    );
  const marks = [...notes.keys()].map((indicator) => ({ indicator }));
  const untouched = untouchedMarks(
    marks,
    new Set(changes.keys()),
    rows.map(({ indicator }) => indicator),
  ).length;
  return (
    <Sheet className="mb-4">
      <h2>{t('title', { number: before })}</h2>
      {reason ? <p className="whitespace-pre-line">{t('reason', { reason })}</p> : null}
      <p className="mb-2 text-ink-2">
        {t('text', { changed: changed.length, marked: notes.size, untouched })}
      </p>
      <OpenMarksNote reportId={reportId} marks={openMarks} rows={rows} />
      {listed.length > 0 ? (
        <ChangedFigures before={before} after={after} rows={listed} notes={notes} />
      ) : (
        <p>{t('none')}</p>
      )}
    </Sheet>
  );
}
