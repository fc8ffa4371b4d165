import type { ReactNode } from 'react';
import { AlteredNotice } from '@/components/cover/altered-notice';
import { requireViewer } from '@/lib/auth/viewer';
import { findAlteredBehind } from '@/lib/data/integrity/altered';
import { decodeScope } from '@/lib/paths';

type Props = { children: ReactNode; params: Promise<{ unit: string; period: string }> };

/** Every page of a summary says where a report behind it is no longer what was signed. */
export default async function SummaryLayout({ children, params }: Props) {
  const [viewer, scope] = await Promise.all([requireViewer(), params]);
  return (
    <>
      <AlteredNotice
        submissions={await findAlteredBehind(viewer, { unit: decodeScope(scope).unit })}
      />
      {children}
    </>
  );
}
