import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Issue } from '@/lib/domain/access/errors';

/** An issue of a form that was sent; `field` null concerns the whole form. */
export type FormIssue = Issue & { field: string | null };

/** Says in the reader's language what there is to put right. */
export function useIssueText(): (issue: Issue) => string {
  const t = useTranslations('issues');
  return useCallback(({ code, params }: Issue) => t(code as Parameters<typeof t>[0], params), [t]);
}
