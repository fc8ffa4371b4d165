import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import { checkValues, isSameValues, type CheckValues } from '@/lib/domain/checks/explanation';
import { isExplainable } from '@/lib/domain/report/readiness';
import type { Viewer } from '../database/access';
import { readFormContent, valuesOf } from './form-content';
import { recordEvents } from '../database/record-events';
import { periodOf } from '../report/report-state';
import { inTransaction } from '../database/transaction';
import { explanationOf, wordsOf } from '../database/words';
import { loadForWrite, refuseOther } from '../report/writable';

export type WrittenExplanation = { text: string; values: CheckValues; by: string; at: Date };

/** What the person had before the eyes: the submission, the figures, and the explanation that stood there, "" for none. */
export type SeenCheck = { submission?: number; values?: CheckValues; text?: string };

/** Says why a check is right as it is; kept with the figures it was written for. Where something else stands now than was
 *  `seen`, nothing is written. Empty words withdraw what was written: null. */
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
    const id = { submissionId_checkCode: { submissionId: row.submissionId, checkCode } };
    refuseOther(row, seen.submission);
    const before = await tx.explanation.findUnique({
      where: id,
      select: { text: true, person: { select: { name: true } } },
    });
    if (seen.text !== undefined && ![wordsOf(seen.text), words].includes(before?.text ?? ''))
      throw new InvalidError('explanation-changed', {
        by: before?.person.name ?? '',
        text: before?.text ?? '',
      });
    const event = {
      by: viewer.personId,
      kind: 'check.explained' as const,
      reportId,
      subject: checkCode,
      from: before?.text ?? null,
    };
    if (words === '') {
      if (!before) return null;
      await tx.explanation.delete({ where: id });
      await recordEvents(tx, [{ ...event, to: null }]);
      return null;
    }
    const form = await readFormContent(tx, {
      reportId: row.id,
      unitId: row.unitId,
      period: periodOf(row),
      number: row.number,
    });
    const check = form.checks.find(({ code }) => code === checkCode);
    if (!check) throw new InvalidError('unknown-check', { check: checkCode });
    if (!isExplainable(check, form.waived))
      throw new InvalidError(
        check.kind === 'quasi' ? 'quasi-not-allowed' : 'check-not-explainable',
      );
    const current = valuesOf(form.rows.flatMap(({ figure }) => figure ?? []));
    const previous =
      form.previousPeriod && valuesOf(form.rows.flatMap((one) => one.previous ?? []));
    const values = checkValues(check, current, previous);
    if (seen.values && !isSameValues(seen.values, values))
      throw new InvalidError('figures-changed');
    const written = { text: words, values, personId: viewer.personId, writtenAt: new Date() };
    await tx.explanation.upsert({
      where: id,
      create: { ...id.submissionId_checkCode, ...written },
      update: written,
    });
    await recordEvents(tx, [{ ...event, to: words }]);
    return { text: words, values, by: viewer.name, at: written.writtenAt };
  });
}
