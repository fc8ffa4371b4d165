import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import { isSameValues, type CheckValues } from '@/lib/domain/checks/explanation';
import { isExplainable } from '@/lib/domain/report/readiness';
import type { Viewer } from '../database/access';
import { readFormContent, valuesOfCheck } from './form-content';
import { recordEvents } from '../database/record-events';
import { periodOf, type StateRow } from '../report/report-state';
import { inTransaction, type Transaction } from '../database/transaction';
import { explanationOf, wordsOf } from '../database/words';
import { loadForWrite, refuseOther } from '../report/writable';

export type WrittenExplanation = { text: string; values: CheckValues; by: string; at: Date };

/** What was on the person's screen: the submission, the figures, and the explanation that stood there, "" for none.
 *  `isPublic` is what the person makes of it: whether the words may go out; as it was where that was not asked. */
export type SeenCheck = {
  submission?: number;
  values?: CheckValues;
  text?: string;
  isPublic?: boolean;
};

/** Says why a check is right as it is; kept with the figures it was written for. Where something else stands now than
 *  was `seen`, nothing is written. Empty words withdraw what was written: null. */
export async function explain(
  viewer: Viewer,
  reportId: string,
  checkCode: string,
  text: string,
  seen: SeenCheck = {},
): Promise<WrittenExplanation | null> {
  const words = wordsOf(text) && explanationOf(text);
  return inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'report.check', 'alone');
    refuseOther(row, seen.submission);
    const id = { submissionId: row.submissionId, checkCode };
    const before = await tx.explanation.findUnique({
      where: { submissionId_checkCode: id },
      select: { text: true, person: { select: { name: true } } },
    });
    if (seen.text !== undefined && ![wordsOf(seen.text), words].includes(before?.text ?? ''))
      throw new InvalidError('explanation-changed', {
        by: before?.person.name ?? '',
        text: before?.text ?? '',
      });
    if (words === '' && !before) return null;
    const written =
      words === ''
        ? null
        : { text: words, values: await valuesNow(tx, row, checkCode, seen), at: new Date() };
    if (written) {
      const { at: writtenAt, ...rest } = written;
      const { isPublic } = seen;
      const data = { ...rest, writtenAt, isPublic, personId: viewer.personId };
      await tx.explanation.upsert({
        where: { submissionId_checkCode: id },
        create: { ...id, ...data },
        update: data,
      });
    } else await tx.explanation.delete({ where: { submissionId_checkCode: id } });
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'check.explained',
        reportId,
        subject: checkCode,
        from: before?.text ?? null,
        to: written?.text ?? null,
      },
    ]);
    return written && { ...written, by: viewer.name };
  });
}

/** The figures that an explanation is kept with; refuses a check that nobody may explain, and figures that are other
 *  than they were seen. */
async function valuesNow(
  tx: Transaction,
  row: StateRow,
  checkCode: string,
  seen: SeenCheck,
): Promise<CheckValues> {
  const form = await readFormContent(tx, {
    reportId: row.id,
    unitId: row.unitId,
    period: periodOf(row),
    number: row.number,
  });
  const check = form.checks.find(({ code }) => code === checkCode);
  if (!check) throw new InvalidError('unknown-check', { check: checkCode });
  if (!isExplainable(check, form.waived))
    throw new InvalidError(check.kind === 'quasi' ? 'quasi-not-allowed' : 'check-not-explainable');
  const values = valuesOfCheck(check, form);
  if (seen.values && !isSameValues(seen.values, values)) throw new InvalidError('figures-changed');
  return values;
}
