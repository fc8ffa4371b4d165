'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { Decided } from '@/components/proposals/proposals';
import { refuseProposal, takeProposal } from '@/lib/data/interface/proposals';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';

const form = z.object({
  proposal: z.string().max(100),
  seen: z.string().max(100),
  decision: z.enum(['take', 'refuse']),
});

/** Writes what a proposal was shown to change, or leaves it. */
export const decide = formAction(
  form,
  async (viewer, { proposal, seen, decision }): Promise<Decided> => {
    const written =
      decision === 'take'
        ? await takeProposal(viewer, proposal, seen)
        : await refuseProposal(viewer, proposal).then(() => 0);
    revalidatePath(paths.reports(), 'layout');
    return { decision, written };
  },
);
