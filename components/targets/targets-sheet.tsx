import { useTranslations } from 'next-intl';
import { Sheet } from '@/components/ui/sheet';
import { ListTable } from '@/components/ui/list-table';
import { LineName } from './line-name';
import type { TargetLine } from './targets-form';

type Props = { sections: readonly { code: string; name: string; lines: readonly TargetLine[] }[] };

/** Targets and control lines that are set, to read. */
export function TargetsSheet({ sections }: Props) {
  const t = useTranslations('targets');
  const isSet = ({ target, limit }: TargetLine) => target.typed !== '' || limit.typed !== '';
  const filled = sections.filter(({ lines }) => lines.some(isSet));
  if (filled.length === 0) return <p>{t('none')}</p>;
  return (
    <Sheet>
      {filled.map(({ code, name, lines }) => (
        <section key={code} className="mt-4 first:mt-0">
          <h2>{name}</h2>
          <ListTable
            stickyHead={false}
            aria-label={name}
            rows={lines.filter(isSet)}
            keyOf={(line) => line.code}
            columns={[
              {
                head: t('indicator'),
                cell: (line) => <LineName line={line} />,
              },
              ...(['target', 'limit'] as const).map((measure) => ({
                head: t(measure),
                cell: (line: TargetLine) => (
                  <>
                    {line[measure].typed || '—'}
                    {line[measure].owner ? (
                      <p className="text-table text-ink-2">
                        {t('owner', { unit: line[measure].owner })}
                      </p>
                    ) : null}
                  </>
                ),
                isNumber: true,
                width: 'w-44',
              })),
            ]}
          />
        </section>
      ))}
    </Sheet>
  );
}
