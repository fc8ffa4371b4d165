import { getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import type { Chart } from '@/lib/domain/summary/summary';
import { placeIds } from './places';
import type { SummaryAddress } from './summary-address';
import { TracedNumber } from './trace/traced-number';

/** The same chart drawn for a wide and a narrow page, so that its letters stay readable on both. */
export type Drawings = { wide: string; narrow: string };
type Props = { chart: Chart; index: number; drawings: Drawings; address: SummaryAddress };

/** A chart with its title, and the same numbers as a table. */
export async function ChartFigure({ chart, index, drawings, address }: Props) {
  const t = await getTranslations('summary');
  return (
    <figure className="my-6">
      <figcaption lang="zh-CN" className="mb-2 font-bold">
        {t('chart.caption', { number: index + 1, title: chart.title })}
      </figcaption>
      {/* Made by lib/chart from escaped text. */}
      <div
        className="hidden sm:block print:block [&>svg]:h-auto [&>svg]:max-w-full"
        dangerouslySetInnerHTML={{ __html: drawings.wide }}
      />
      <div
        className="sm:hidden print:hidden [&>svg]:h-auto [&>svg]:max-w-full"
        dangerouslySetInnerHTML={{ __html: drawings.narrow }}
      />
      <details className="no-print mt-2">
        <summary>{t('chart.data')}</summary>
        <ChartData chart={chart} index={index} address={address} />
      </details>
    </figure>
  );
}

async function ChartData({ chart, index, address }: Omit<Props, 'drawings'>) {
  const t = await getTranslations('summary');
  return (
    <Table stack className="comparison mt-2" lang="zh-CN">
      <thead>
        <tr>
          <th scope="col">{t('chart.category')}</th>
          {chart.series.map(({ name }, line) => (
            <th key={line} scope="col" className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chart.categories.map((category, point) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            {chart.series.map(({ name, texts, figures }, line) => (
              <td key={line} data-label={name} className="number">
                <ChartValue
                  text={texts[point] ?? null}
                  figures={figures[point] ?? []}
                  id={placeIds.chart(index, line, point)}
                  address={address}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

type ValueProps = {
  text: string | null;
  figures: Chart['series'][number]['figures'][number];
  id: string;
  address: SummaryAddress;
};

function ChartValue({ text, figures, id, address }: ValueProps) {
  if (text === null) return '—';
  return figures.length > 0 ? (
    <TracedNumber id={id} number={{ text, figures }} address={address} />
  ) : (
    text
  );
}
