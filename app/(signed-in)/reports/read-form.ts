import 'server-only';
import { cache } from 'react';
import { requireViewer } from '@/lib/auth/viewer';
import { findForm, findStampedForm } from '@/lib/data/figures/form';

/** A report's form as the viewer may see it, read once a request though the page and its title both ask. */
export const readForm = cache(async (reportId: string, submission?: number) =>
  findForm(await requireViewer(), reportId, submission),
);

/** The submission whose number stands in an address, where it is written as numbers are. */
export const readNumberedForm = async (reportId: string, number: string) =>
  /^[1-9]\d{0,5}$/.test(number) ? readForm(reportId, Number(number)) : null;

/** The newest submission's form with its stamp, for a page that is notified when it is out of date. */
export const readStampedForm = cache(async (reportId: string) =>
  findStampedForm(await requireViewer(), reportId),
);
