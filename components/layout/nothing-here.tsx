import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';

/** No such page, or not for this person: nobody can distinguish the two. */
export function NothingHere() {
  const t = useTranslations('common.notFound');
  return (
    <div className="max-w-[720px] py-8">
      <h1>{t('title')}</h1>
      <p className="my-4">{t('text')}</p>
      <Link href={paths.reports()}>{t('home')}</Link>
    </div>
  );
}
