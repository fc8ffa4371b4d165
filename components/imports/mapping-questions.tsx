import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { MappingProps } from './mapping-props';

/** What must be answered before it is written, each with the way to where it is answered. */
export function MappingQuestions({
  lines,
  crossings,
  tables,
  own,
}: Pick<MappingProps, 'lines' | 'crossings' | 'tables' | 'own'>) {
  const t = useTranslations('sheetImport');
  const questions = [
    ...tables.flatMap(({ name, whose, owner, isPeriodAsked }, at) => [
      ...(whose !== null && owner === ''
        ? [{ href: `#whose-${at}`, of: name, text: t('ask.whose', { name: whose, own: own.name }) }]
        : []),
      ...(isPeriodAsked ? [{ href: `#period-${at}`, of: name, text: t('ask.period') }] : []),
    ]),
    ...crossings.flatMap(({ label, isAsked }, at) =>
      isAsked ? [{ href: `#crossing-${at}`, of: label, text: t('ask.column') }] : [],
    ),
    ...lines.flatMap(({ label, asks, unitFrom, sample }, at) =>
      asks.map((ask) => ({
        href: ask === 'unit' ? `#unit-${at}` : `#line-${at}`,
        of: label,
        text:
          ask === 'unit' && unitFrom === 'fraction'
            ? t('ask.fraction', { sample })
            : t(`ask.${ask}`),
      })),
    ),
  ];
  if (questions.length === 0) return null;
  const shown = questions.slice(0, most);
  return (
    <Notice kind="attention" title={t('questions', { count: questions.length })}>
      <ul className="mt-1 list-disc pl-5">
        {shown.map(({ href, of, text }) => (
          <li key={`${href} ${text}`}>
            <a href={href}>{of}</a>
            {`：${text}`}
          </li>
        ))}
      </ul>
      {questions.length > most ? (
        <p>{t('questionsMore', { count: questions.length - most })}</p>
      ) : null}
    </Notice>
  );
}

const most = 12;
