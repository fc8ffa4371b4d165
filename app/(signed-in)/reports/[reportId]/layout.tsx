import type { ReactNode } from 'react';
import { AlteredNotice } from '@/components/cover/altered-notice';
import { requireViewer } from '@/lib/auth/viewer';
import { findAlteredBehind } from '@/lib/data/integrity/altered';

type Props = { children: ReactNode; params: Promise<{ reportId: string }> };

/** Every page of a report says where what was signed is no longer what stands there. */
export default async function ReportLayout({ children, params }: Props) {
  const [viewer, { reportId }] = await Promise.all([requireViewer(), params]);
  return (
    <>
      <AlteredNotice submissions={await findAlteredBehind(viewer, { reportId })} />
      {children}
    </>
  );
}
