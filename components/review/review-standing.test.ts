import { describe, expect, it } from 'vitest';
import type { ReportStatus } from '@/lib/domain/report/report';
import { reviewStanding } from './review-standing';

const city = { roles: ['reviewer'] as const, unit: { lineage: '/32/3209/' } };
const report = (
  status: ReportStatus,
  change: { allowed?: 'report.review'[]; review?: unknown; lineage?: string } = {},
) => ({
  status,
  allowed: change.allowed ?? [],
  unit: { lineage: change.lineage ?? '/32/3209/320925/', isTop: false },
  accepted: null,
  submission: { withdrawal: null, review: change.review ?? null, signedAt: new Date(0) },
});

describe('where a review stands for a viewer', () => {
  it.each([
    ['open', report('submitted', { allowed: ['report.review'] })],
    ['four-eyes', report('submitted')],
    ['decided', report('approved', { review: {} })],
    ['correcting', report('returned', { review: {} })],
    ['correcting', report('awaiting-signature', { review: {} })],
    ['not-yet', report('filling')],
    ['not-yet', report('awaiting-signature')],
    ['not-yours', report('submitted', { lineage: '/32/3209/320925/01/' })],
  ] as const)('%s', (expected, subject) => {
    expect(reviewStanding(city, subject)).toBe(expected);
  });

  it('is open to who reads it, and to another only after taking it over', () => {
    const open = report('submitted', { allowed: ['report.review'] });
    expect(reviewStanding(city, { ...open, accepted: { isOwn: true } })).toBe('open');
    expect(reviewStanding(city, { ...open, accepted: { isOwn: false } })).toBe('read-by-another');
  });

  it('says when the unit has withdrawn it', () => {
    const withdrawn = report('filling');
    expect(
      reviewStanding(city, {
        ...withdrawn,
        submission: { ...withdrawn.submission, withdrawal: {} },
      }),
    ).toBe('withdrawn');
  });

  it('is not the own unit’s to decide, nor a reporter’s', () => {
    expect(
      reviewStanding(
        { roles: ['reviewer'], unit: { lineage: '/32/3209/320925/' } },
        report('submitted'),
      ),
    ).toBe('not-yours');
    expect(
      reviewStanding({ roles: ['reporter'], unit: { lineage: '/32/3209/' } }, report('submitted')),
    ).toBe('not-yours');
  });
});
