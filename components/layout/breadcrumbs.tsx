import Link from 'next/link';
import { getTranslations } from 'next-intl/server';

type Props = { trail: readonly { href: string; text: string }[]; here: string };

/** Where this page stands, below the second level. */
export async function Breadcrumbs({ trail, here }: Props) {
  const t = await getTranslations('common');
  return (
    <nav aria-label={t('breadcrumbs')} className="no-print mb-2 text-table">
      <ol className="flex flex-wrap gap-x-2">
        {trail.map(({ href, text }) => (
          <li key={href}>
            <Link href={href}>{text}</Link>
            <span aria-hidden="true" className="pl-2 text-ink-2">
              ›
            </span>
          </li>
        ))}
        <li aria-current="page" className="text-ink-2">
          {here}
        </li>
      </ol>
    </nav>
  );
}
