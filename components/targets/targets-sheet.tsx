import { useTranslations } from 'next-intl';
import { Sheet } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
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
          <Table stack aria-label={name}>
            <thead>
              <tr>
                <th scope="col">{t('indicator')}</th>
                <th scope="col" className="number w-44">
                  {t('target')}
                </th>
                <th scope="col" className="number w-44">
                  {t('limit')}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.filter(isSet).map((line) => (
                <tr key={line.code}>
                  <th scope="row">
                    {line.name}
                    <span className="text-ink-2">{t('unit', { unit: line.unit })}</span>
                  </th>
                  <td className="number" data-label={t('target')}>
                    {line.target.typed || '—'}
                  </td>
                  <td className="number" data-label={t('limit')}>
                    {line.limit.typed || '—'}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </section>
      ))}
    </Sheet>
  );
}
