'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { issueEdition } from '@/lib/data/desk/editions';
import { startManuscript } from '@/lib/data/desk/manuscripts';
import { renewManuscript, restoreManuscript } from '@/lib/data/desk/renewals';
import { startWrittenOn } from '@/lib/data/desk/written-on';
import { NotFoundError } from '@/lib/domain/access/errors';
import { readStyle } from '@/lib/domain/summary/style';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';
import { earlierFields, findEarlier } from './written-on/earlier';

const key = { unit: z.string().min(1).max(100), period: z.string().min(1).max(100) };

const choice = z.string().max(100).optional();
const basis = { base: choice, length: choice, headings: choice, falls: choice, numbers: choice };
const revision = z.coerce.number().int().min(1).max(1_000_000_000);

/** Begins the manuscript with the summary as it is generated now. */
export const startDesk = formAction(
  z.object({ ...key, ...basis }),
  async (viewer, { unit, period, base, ...style }): Promise<undefined> => {
    await startManuscript(
      viewer,
      { unit, period },
      { ...(base && { base }), style: readStyle(style) },
    );
    redirect(paths.desk(unit, period));
  },
);

/** Writes the manuscript anew in another way, from the revision that was looked at. */
export const renewDesk = formAction(
  z.object({ ...key, ...basis, revision }),
  async (viewer, { unit, period, revision: seen, base, ...style }): Promise<undefined> => {
    await renewManuscript(viewer, { unit, period }, seen, {
      ...(base && { base }),
      style: readStyle(style),
    });
    redirect(paths.desk(unit, period));
  },
);

/** Takes a former text back, named by the revision it had. */
export const restoreDesk = formAction(
  z.object({ ...key, revision, former: revision }),
  async (viewer, { unit, period, revision: seen, former }): Promise<undefined> => {
    await restoreManuscript(viewer, { unit, period }, seen, former);
    redirect(paths.desk(unit, period));
  },
);

/** Makes an earlier text, written on for this period, the manuscript. */
export const startFromEarlier = formAction(
  z.object({ ...key, ...earlierFields, revision: revision.optional() }),
  async (viewer, { unit, period, revision: seen, ...named }): Promise<undefined> => {
    const earlier = await findEarlier(viewer, named);
    if (!earlier) throw new NotFoundError();
    await startWrittenOn(viewer, { unit, period }, earlier, seen ?? null);
    redirect(paths.desk(unit, period));
  },
);

const findings = z.array(z.string().max(400)).max(1000).default([]);

/** 定稿 of the revision that was on the screen, with the findings that may stand; leads to the edition. */
export const issue = formAction(
  z.object({ ...key, revision, 'seen[]': findings }),
  async (viewer, { unit, period, revision: seen, 'seen[]': stand }): Promise<number> => {
    const number = await issueEdition(viewer, { unit, period }, seen, stand);
    redirect(paths.edition(unit, period, number));
  },
);
