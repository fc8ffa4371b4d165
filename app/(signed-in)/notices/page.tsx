import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FieldsForm } from '@/components/fields/fields-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { listNotices } from '@/lib/data/notices/notices';
import { readAll } from './actions';
import { NoticeItem } from './notice-item';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices'))('title') };
}

/** What somebody wants the viewer to know: reminders, decisions, words about a figure, and requests and answers about
 *  dates. */
export default async function NoticesPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations('notices')]);
  const [notices, { indicators }] = await Promise.all([listNotices(viewer), findCatalogue()]);
  return (
    <>
      <PageHead title={t('title')} />
      <Sheet>
        {notices.length === 0 ? <p>{t('none')}</p> : null}
        <ul>
          {notices.map((notice) => (
            <NoticeItem
              key={notice.id}
              notice={notice}
              indicator={indicators.find(({ code }) => code === notice.subject)}
            />
          ))}
        </ul>
        {notices.some(({ isRead }) => !isRead) ? (
          <ClientMessages areas={['fields', 'issues']}>
            <div className="mt-4">
              <FieldsForm
                id="read-all"
                action={readAll}
                submit={t('readAll')}
                saved={t('done')}
                fields={[]}
              />
            </div>
          </ClientMessages>
        ) : null}
      </Sheet>
    </>
  );
}
