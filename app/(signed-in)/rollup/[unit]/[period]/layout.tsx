import type { ReactNode } from 'react';
import { AlteredNotice } from '@/components/cover/altered-notice';
import { requireViewer } from '@/lib/auth/viewer';
import { findAlteredBehind } from '@/lib/data/integrity/altered';
import { decodeScope } from '@/lib/paths';

type Props = { children: ReactNode; params: Promise<{ unit: string; period: string }> };

/** Every page of a roll-up says where a report in its totals is no longer what was signed. */
export default async function RollUpLayout({ children, params }: Props) {
  const [viewer, scope] = await Promise.all([requireViewer(), params]);
  return (
    <>
      <AlteredNotice submissions={await findAlteredBehind(viewer, basisOf(decodeScope(scope)))} />
      {children}
    </>
  );
}

const basisOf = ({ unit, period }: { unit: string; period: string }) => ({ above: unit, period });
