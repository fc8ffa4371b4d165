import { useTranslations, useLocale } from 'next-intl';
import { ListTable } from '@/components/ui/list-table';
import type { Check, Indicator } from '@/lib/domain/catalogue/indicator';
import { printRelation } from '@/lib/domain/checks/relation';
import { nameOf } from '@/lib/i18n/name-of';

/** Checks to read: code, class, what they ask, and for whom. */
export function CheckTable({
  checks,
  indicators,
}: {
  checks: readonly Check[];
  indicators: readonly Indicator[];
}) {
  const t = useTranslations('checkList');
  const words = useTranslations('admin.checks');
  const levels = useTranslations('common.levels');
  const relation = useRelationText(indicators);
  return (
    <ListTable
      rows={checks}
      keyOf={({ code }) => code}
      columns={[
        { head: words('code'), className: 'whitespace-nowrap', cell: ({ code }) => code },
        {
          head: words('kind'),
          className: 'whitespace-nowrap',
          cell: ({ kind }) => words(`kinds.${kind}`),
        },
        { head: t('relation'), cell: (check) => <Relation {...relation(check)} /> },
        { head: words('note'), lang: 'zh-CN', cell: ({ note }) => note },
        {
          head: t('for'),
          className: 'whitespace-nowrap',
          cell: ({ levels: asked, owner }) => (
            <>
              {asked?.length ? asked.map((level) => levels(level)).join('、') : t('everybody')}
              {owner ? <span className="block text-ink-2">{t('of', { unit: owner })}</span> : null}
            </>
          ),
        },
      ]}
    />
  );
}

function Relation({ names, codes }: { names: string; codes: string }) {
  return (
    <>
      {names}
      <span className="block text-table text-ink-2 tabular-nums">{codes}</span>
    </>
  );
}

/** Says what a check wants: in the names of its indicators, and in their codes. */
function useRelationText(
  all: readonly Indicator[],
): (check: Check) => { names: string; codes: string } {
  const t = useTranslations('checkList');
  const locale = useLocale();
  const indicators = new Map(all.map((indicator) => [indicator.code, indicator]));
  const words = {
    before: t('before'),
    present: (given: string, asked: string) => t('present', { given, asked }),
  };
  const name = (code: string): string => {
    const indicator = indicators.get(code);
    return indicator ? nameOf(indicator, locale) : code;
  };
  return (check) => ({
    names: printRelation(check, { ...words, name }),
    codes: printRelation(check, words),
  });
}
