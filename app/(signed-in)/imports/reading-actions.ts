'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { listImportPeriods } from '@/lib/data/imports/import-plan';
import { acceptFigures, openReading } from '@/lib/data/imports/readings';
import { InvalidError } from '@/lib/domain/access/errors';
import { guessPeriod } from '@/lib/domain/old-report/when';
import { parsePeriodCode } from '@/lib/domain/tree/period';
import { readDocument } from '@/lib/import/read-document';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';

const period = z
  .string()
  .max(40)
  .refine((code) => code === '' || parsePeriodCode(code) !== null, 'bad-date')
  .default('');
const file = z.instanceof(File).optional();
const pasted = z.string().max(1_000_000, 'file-too-much').default('');
const upload = z.object({
  text1: pasted,
  textPeriod1: period,
  text2: pasted,
  textPeriod2: period,
  file1: file,
  period1: period,
  file2: file,
  period2: period,
  file3: file,
  period3: period,
});

/** Takes what was pasted and the files, and leads to what was read in them; writes no figure. */
export const openReports = formAction(upload, async (viewer, input): Promise<undefined> => {
  const known = (await listImportPeriods(viewer)).map(({ code }) => code);
  const texts = [
    { name: '粘贴的文字', text: input.text1, period: input.textPeriod1 },
    { name: '粘贴的文字二', text: input.text2, period: input.textPeriod2 },
  ].filter(({ text }) => text.trim() !== '');
  for (const [one, of] of [
    [input.file1, input.period1],
    [input.file2, input.period2],
    [input.file3, input.period3],
  ] as const) {
    if (!one || one.size === 0) continue;
    const text = await readDocument(one.name, new Uint8Array(await one.arrayBuffer()));
    texts.push({ name: one.name, text, period: of });
  }
  const [first, ...others] = texts;
  if (!first) throw new InvalidError('report-missing');
  const reports = [first, ...others].map((report) => ({
    ...report,
    name: report.name.slice(-120),
    period: report.period || fitting(guessPeriod(report.text), known),
  }));
  const name = reports.map((report) => report.name).join('、');
  redirect(paths.import(await openReading(viewer, name, reports)));
});

/** A guessed period counts where there is one. */
const fitting = (guess: string | null, known: readonly string[]): string =>
  guess !== null && known.includes(guess) ? guess : (guess?.split('..').at(-1)?.slice(0, 4) ?? '');

const accepted = z
  .array(
    z.object({
      report: z.number().int().min(0).max(9),
      start: z.number().int().min(0).max(1_000_000),
      text: z.string().min(1).max(60),
      quote: z.string().max(400),
      indicator: z.string().max(20),
      period: z.string().max(40),
    }),
  )
  .max(5000);

/** Keeps what a person accepted, and shows what it would do. */
export const acceptReading = formAction(
  z.object({ importId: z.string(), accepted: z.string().max(3_000_000) }),
  async (viewer, input): Promise<undefined> => {
    const parsed = accepted.safeParse(parse(input.accepted));
    if (!parsed.success) throw new InvalidError('changed-since-preview');
    await acceptFigures(viewer, input.importId, parsed.data);
    revalidatePath(paths.import(input.importId), 'layout');
    redirect(paths.importCheck(input.importId));
  },
);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
