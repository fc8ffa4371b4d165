import 'server-only';
import type { Viewer } from '@/lib/data/database/access';
import { findAlteredBehind, type Basis } from '@/lib/data/integrity/altered';

/** The refusal of a file whose signed sources are no longer what was signed; null where they are. */
export async function answerAltered(viewer: Viewer, basis: Basis): Promise<Response | null> {
  const altered = await findAlteredBehind(viewer, basis);
  if (altered.length === 0) return null;
  const list = altered.map(({ unit, period, number }) => `${unit} ${period} (${number})`);
  return new Response(
    `数据校验不符，没有导出：${list.join('、')}\nThe contents are not what was signed; nothing was exported.\n`,
    {
      status: 409,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    },
  );
}
