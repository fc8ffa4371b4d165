'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { findImportPlan } from '@/lib/data/imports/import-plan';
import { undoImport } from '@/lib/data/imports/undo';
import { writeImport } from '@/lib/data/imports/write';
import { decideImport, listRemembered, openImport } from '@/lib/data/imports/imports';
import { InvalidError, NotFoundError } from '@/lib/domain/access/errors';
import { parsePeriodCode } from '@/lib/domain/tree/period';
import {
  applyRemembered,
  findRemembered,
  namesOf,
  skip,
  take,
  type Decisions,
} from '@/lib/domain/sheet/mapping';
import { matcherOf } from '@/lib/domain/sheet/matcher';
import { formAction } from '@/lib/request/form-action';
import { readTableFile } from '@/lib/import/read-table-file';
import { largestFile } from '@/lib/import/zip-directory';
import { paths } from '@/lib/paths';

const upload = z.object({
  file: z
    .instanceof(File, { message: 'file-missing' })
    .refine(({ size }) => size > 0, 'file-missing'),
});

/** Reads a file and leads to what its names mean; writes no figure. */
export const openFile = formAction(upload, async (viewer, { file }): Promise<undefined> => {
  if (file.size > largestFile)
    throw new InvalidError('file-too-large', { most: String(largestFile / 1024 / 1024) });
  const sheets = await readTableFile(file.name, new Uint8Array(await file.arrayBuffer()));
  redirect(paths.import(await openImport(viewer, { name: file.name, sheets })));
});

const text = z.string().max(2000);
const texts = z.array(text).max(6000).default([]);
const period = z
  .string()
  .max(40)
  .refine(
    (code) => code === '' || code === skip || code === take || parsePeriodCode(code) !== null,
    'bad-date',
  );
const mapping = z.object({
  importId: z.string(),
  go: z.enum(['again', 'check']).default('check'),
  direction: z.enum(['', 'rows', 'columns']),
  head: z.string().regex(/^\d{0,3}$/, 'not-a-number'),
  'sheet[]': texts,
  'line[]': texts,
  'code[]': texts,
  'unit[]': texts,
  'crossing[]': texts,
  'periodTable[]': texts,
  'whoseTable[]': texts,
  'whose[]': texts,
  'choice[]': z.array(period).max(6000).default([]),
  'period[]': z.array(period).max(6000).default([]),
});

/** Keeps what a person decided, and shows what would be written, or the table recognised anew. */
export const decide = formAction(
  mapping,
  async (viewer, { importId, go, direction, head, ...lists }): Promise<undefined> => {
    const { indicators } = await findCatalogue();
    const match = matcherOf(indicators);
    const lines = lists['line[]'].map((key, at) => {
      const typed = (lists['code[]'][at] ?? '').trim();
      const code = typed === '' ? null : match(typed).code;
      if (typed !== '' && code === null)
        throw new InvalidError('import-unknown-name', { text: typed, field: `line-${at}` });
      return [key, { code, unit: lists['unit[]'][at] || null }] as const;
    });
    const decisions: Decisions = {
      ...(direction && { direction }),
      ...(head && { head: Number(head) }),
      sheets: lists['sheet[]'],
      lines: Object.fromEntries(lines),
      crossings: Object.fromEntries(
        lists['crossing[]'].flatMap((key, at) =>
          lists['choice[]'][at] ? [[key, lists['choice[]'][at]]] : [],
        ),
      ),
      periods: Object.fromEntries(
        lists['periodTable[]'].flatMap((table, at) =>
          lists['period[]'][at] ? [[table, lists['period[]'][at]]] : [],
        ),
      ),
      whose: Object.fromEntries(
        lists['whoseTable[]'].flatMap((table, at) => {
          const owner = lists['whose[]'][at];
          return owner === skip || owner === viewer.unit.code ? [[table, owner]] : [];
        }),
      ),
    };
    await decideImport(viewer, importId, decisions);
    revalidatePath(paths.import(importId), 'layout');
    redirect(go === 'again' ? paths.import(importId) : paths.importCheck(importId));
  },
);

const one = z.object({ importId: z.string() });

/** Applies what was decided for the file before that is most like this one. */
export const remember = formAction(one, async (viewer, { importId }): Promise<undefined> => {
  const [planned, remembered] = await Promise.all([
    findImportPlan(viewer, importId),
    listRemembered(viewer),
  ]);
  if (!planned) throw new NotFoundError();
  const layouts = planned.taken.map(({ layout }) => layout);
  const found = findRemembered(namesOf(layouts), remembered);
  if (found)
    await decideImport(
      viewer,
      importId,
      applyRemembered(planned.view.decisions, layouts, found.of),
    );
  revalidatePath(paths.import(importId), 'layout');
  redirect(paths.import(importId));
});

/** Writes what was shown and, of what stands out, what was ticked: all of it or nothing. */
export const confirm = formAction(
  one.extend({ mark: z.string().max(64), 'accept[]': texts }),
  async (viewer, { importId, mark, 'accept[]': accepted }): Promise<undefined> => {
    await writeImport(viewer, importId, mark, accepted);
    revalidatePath(paths.reports(), 'layout');
    redirect(paths.import(importId));
  },
);

/** Takes a whole import back. */
export const undo = formAction(one, async (viewer, { importId }): Promise<undefined> => {
  await undoImport(viewer, importId);
  revalidatePath(paths.reports(), 'layout');
  redirect(paths.import(importId));
});
