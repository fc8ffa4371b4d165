import type { NoticeKind } from '@/lib/data/notices/notices';
import { paths } from '@/lib/paths';

/** Where one deals with what a notice is about. */
export function hrefOf(kind: NoticeKind, reportId: string): string {
  if (kind === 'proposal.made') return paths.proposals(reportId);
  if (kind === 'report.submitted') return paths.review(reportId);
  if (kind === 'report.sent' || kind === 'report.cosigned' || kind === 'report.uncosigned')
    return paths.check(reportId);
  if (kind === 'target.set' || kind === 'limit.set') return paths.targets(reportId);
  if (kind.startsWith('waiver.'))
    return kind === 'waiver.asked' ? paths.openWaivers() : paths.waivers(reportId);
  return kind.startsWith('extension.') ? paths.extension(reportId) : paths.report(reportId);
}
