import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Action } from '@/lib/domain/access/policy';
import { paths } from '@/lib/paths';

type Props = {
  report: {
    id: string;
    allowed: readonly Action[];
    submissions: readonly { number: number; signedAt: Date | null }[];
  };
  isOwn: boolean;
};

/** The other pages of a report, as far as this viewer has them. */
export function ReportLinks({ report: { id, allowed, submissions }, isOwn }: Props) {
  const [t, tools] = [useTranslations('reports.links'), useTranslations('entryTools')];
  const [imports, sheetImport] = [useTranslations('imports'), useTranslations('sheetImport')];
  const cover = useTranslations('cover');
  const signed = submissions.findLast(({ signedAt }) => signedAt !== null);
  const may = (...actions: Action[]) => actions.some((action) => allowed.includes(action));
  return (
    <p className="no-print mt-4 flex flex-wrap gap-x-6">
      {may('form.choose') ? <Link href={paths.formChoice(id)}>{t('choose')}</Link> : null}
      <Link href={paths.allSections(id)}>{tools('allTitle')}</Link>
      <Link href={paths.printForm(id)}>{tools('print.link')}</Link>
      <Link href={paths.printForm(id, true)}>{tools('print.blankLink')}</Link>
      {signed ? <Link href={paths.cover(id, signed.number)}>{cover('link')}</Link> : null}
      {may('report.fill') ? <Link href={paths.offline(id)}>{imports('link')}</Link> : null}
      {may('report.backfill') && isOwn ? (
        <Link href={paths.imports()}>{sheetImport('link')}</Link>
      ) : null}
      {may('report.askExtension', 'report.grantExtension') ? (
        <Link href={paths.extension(id)}>{t('extension')}</Link>
      ) : null}
      <Link href={paths.targets(id)}>{t('targets')}</Link>
    </p>
  );
}
