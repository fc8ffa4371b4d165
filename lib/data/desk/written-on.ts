import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import { InvalidError, NotFoundError } from '@/lib/domain/access/errors';
import { can } from '@/lib/domain/access/policy';
import { withSourcesOf } from '@/lib/domain/desk/edition';
import { blocksOf } from '@/lib/domain/desk/manuscript';
import { makeReportReader } from '@/lib/domain/old-report/read-report';
import { parsePeriodCode } from '@/lib/domain/tree/period';
import { notesOf, type Accepted } from '@/lib/domain/written-on/bind';
import { editionSentences } from '@/lib/domain/written-on/edition-sentences';
import { readSentences } from '@/lib/domain/written-on/read-sentences';
import { shiftBetween } from '@/lib/domain/written-on/shift-years';
import { writeOn, type WrittenOn } from '@/lib/domain/written-on/write-on';
import { withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { newId } from '../database/new-id';
import { recordEvents } from '../database/record-events';
import { inTransaction } from '../database/transaction';
import { findDeskUnit, loadDeskUnit, subjectOf, type DeskKey } from './desk-unit';
import { findEdition } from './editions';
import { findRow } from './manuscript-row';
import { basisOf, readToday, submissionsOf, type DeskToday } from './manuscripts';
import { exchange } from './renewals';

/** The text that is written on: an old report as it was brought and accepted, or an edition of an earlier period. */
export type Earlier =
  | { period: string; text: string; accepted: readonly Accepted[] }
  | { period: string; edition: number };

/** What writing on would give. `revision` is that of the manuscript that it would take the place of. */
export type WrittenOnPreview = {
  unit: { code: string; name: string; nameEn: string };
  title: string;
  revision: number | null;
  written: WrittenOn;
};

/** An earlier text written on for a period; nothing is kept. Null where the viewer does not write there, nothing is
 *  reported, or there is no such text. */
export async function findWrittenOn(
  viewer: Viewer,
  key: DeskKey,
  earlier: Earlier,
): Promise<WrittenOnPreview | null> {
  const unit = await findDeskUnit(viewer, key);
  if (!unit || !can(viewer, 'summary.write', unit.subject)) return null;
  const [row, found] = await Promise.all([
    findRow(db, unit.id, key.period),
    write(viewer, key, earlier),
  ]);
  if (!found) return null;
  const { code, name, nameEn } = unit;
  return {
    unit: { code, name, nameEn },
    title: found.today.summary.title,
    revision: row?.revision ?? null,
    written: found.written,
  };
}

/** Makes it the manuscript. One that is there already must be the one that was seen (`revision`), and is kept as a
 *  former text. */
export async function startWrittenOn(
  viewer: Viewer,
  key: DeskKey,
  earlier: Earlier,
  revision: number | null,
): Promise<void> {
  const unit = await loadDeskUnit(viewer, key, 'summary.write');
  const found = await write(viewer, key, earlier);
  if (!found) throw new NotFoundError();
  const { today, written } = found;
  const basis = basisOf({}, today);
  const content = withSourcesOf({ blocks: written.blocks, sources: {} }, today);
  if (revision !== null)
    return exchange(viewer, key, revision, 'manuscript.renewed', async () => ({ basis, content }));
  await inTransaction(async (tx) => {
    const { count } = await tx.manuscript.createMany({
      data: {
        id: newId(),
        unitId: unit.id,
        periodCode: key.period,
        basis: basis as Prisma.InputJsonValue,
        content: content as Prisma.InputJsonValue,
        savedById: viewer.personId,
      },
      skipDuplicates: true,
    });
    if (count === 0) throw new InvalidError('manuscript-saved', { by: viewer.name });
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'manuscript.started',
        subject: subjectOf(key),
        to: { submissions: submissionsOf(today.input) },
      },
    ]);
  });
}

async function write(
  viewer: Viewer,
  key: DeskKey,
  earlier: Earlier,
): Promise<{ today: DeskToday; written: WrittenOn } | null> {
  const shift = shiftBetween(earlier.period, key.period);
  const today = shift && (await readToday(viewer, key, {}));
  if (!shift || !today) return null;
  const { catalogue } = today.input;
  const { numbers } = today;
  const generated = blocksOf(today.summary);
  if ('edition' in earlier) {
    const old = { unit: key.unit, period: earlier.period };
    const edition = await findEdition(viewer, old, earlier.edition);
    if (!edition) return null;
    const sentences = editionSentences(edition.content.summary.paragraphs, shift, numbers);
    return { today, written: writeOn(sentences, shift, { numbers, generated }) };
  }
  const figures = makeReportReader(catalogue)(earlier.text, earlier.period, key.unit);
  const sentences = readSentences(earlier.text, figures, {
    unit: key.unit,
    shift,
    numbers,
    indicators: new Map(catalogue.indicators.map((one) => [one.code, one])),
    notes: notesOf(today.input.reports),
    accepted: new Map(earlier.accepted.map((one) => [one.start, one])),
  });
  return { today, written: writeOn(sentences, shift, { numbers, generated }) };
}

/** The newest editions of the unit's earlier periods of the same kind, latest period first. */
export async function listEarlierEditions(
  viewer: Viewer,
  key: DeskKey,
): Promise<{ period: string; number: number }[]> {
  const unit = await findDeskUnit(viewer, key);
  if (!unit || !can(viewer, 'summary.write', unit.subject)) return [];
  const kind = parsePeriodCode(key.period)?.kind;
  const rows = await db.manuscript.findMany({
    where: { unit: { code: key.unit, ...withinScope(viewer) }, periodCode: { lt: key.period } },
    select: {
      periodCode: true,
      editions: { select: { number: true }, orderBy: { number: 'desc' }, take: 1 },
    },
    orderBy: { periodCode: 'desc' },
    take: 20,
  });
  return rows.flatMap(({ periodCode, editions: [newest] }) =>
    newest && parsePeriodCode(periodCode)?.kind === kind
      ? [{ period: periodCode, number: newest.number }]
      : [],
  );
}
