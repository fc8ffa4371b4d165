import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Sheet } from '@/components/ui/sheet';

type Props = {
  title: string;
  /** The picture for a wide and a narrow page, made by lib/chart from escaped text. */
  drawings: { wide: string; narrow: string };
  href: string;
};

/** What moved most in the viewer's own figures: each dot leads to its figure in the summary. */
export function Movements({ title, drawings, href }: Props) {
  const t = useTranslations('home.movements');
  return (
    <Sheet>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2>{title}</h2>
        <Link href={href}>{t('all')}</Link>
      </div>
      <div
        lang="zh-CN"
        className="mt-3 hidden sm:block [&>svg]:h-auto [&>svg]:max-w-full"
        dangerouslySetInnerHTML={{ __html: drawings.wide }}
      />
      <div
        lang="zh-CN"
        className="mt-3 sm:hidden [&>svg]:h-auto [&>svg]:max-w-full"
        dangerouslySetInnerHTML={{ __html: drawings.narrow }}
      />
    </Sheet>
  );
}
