import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditForm } from './audit-form';
import { AuditTable } from './audit-table';
import { LinkButton } from '@/components/ui/link-button';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { paths } from '@/lib/paths';
import { readAudit, type AuditSearch } from './read-audit';

const mostShown = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

/** What everybody did, for the auditor: searched, page by page, and saved as a file. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<AuditSearch> }) {
  const reading = { most: mostShown, kind: 'audit.read' } as const;
  const [{ filter, events, next }, t] = await Promise.all([
    readAudit(await searchParams, reading),
    getTranslations('audit'),
  ]);
  const asked = {
    words: filter.words || undefined,
    group: filter.group || undefined,
    from: filter.from ?? undefined,
    to: filter.to ?? undefined,
  };
  return (
    <>
      <PageHead
        title={t('title')}
        meta={t('intro')}
        actions={<LinkButton href={paths.auditFile(asked)}>{t('file')}</LinkButton>}
      />
      <Sheet>
        <AuditForm filter={filter} />
        {events.length === 0 ? <p>{t('none')}</p> : <AuditTable events={events} />}
        {next ? (
          <p className="mt-4">
            {/* Not fetched ahead: what is read is on record. */}
            <a href={paths.audit({ ...asked, before: next })}>{t('older')}</a>
          </p>
        ) : null}
      </Sheet>
    </>
  );
}
