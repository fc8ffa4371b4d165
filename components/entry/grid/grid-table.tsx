'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useSyncExternalStore, type CSSProperties, type ReactNode } from 'react';
import { FiguresHead } from '@/components/figures/figures-head';
import { countAnswers } from '@/lib/domain/report/completeness';
import { nameOf } from '@/lib/i18n/name-of';
import type { EntryRow } from '../cells/entry-cell';
import type { Viewport } from '../cells/viewport';
import { FigureRow, type RowProps } from '../row/figure-row';
import type { EntrySession } from '../saving/entry-session';
import type { EntryBlock } from './entry-blocks';
import type { GridSection } from './grid-section';

type Props = Omit<RowProps, 'code' | 'parts'> & {
  viewport: Viewport;
  blocks: readonly EntryBlock[];
  previousHref: string | null;
  /** Whether sections have heads of their own. */
  hasHeads: boolean;
};

const widths = {
  previous: 'xl:w-38',
  current: 'xl:w-52',
  change: 'xl:w-28',
  percent: 'xl:w-22',
  notes: 'xl:w-76',
};

/** A plain table of real inputs, in blocks that are drawn when they come into the viewport. */
export function GridTable({ viewport, blocks, previousHref, hasHeads, ...row }: Props) {
  const t = useTranslations('entry');
  const { session, labels } = row;
  return (
    <table className="table-stack sticky-head figures entry-rows table">
      <FiguresHead
        area="entry"
        previous={
          previousHref ? <Link href={previousHref}>{labels.previous}</Link> : labels.previous
        }
        current={labels.current}
        notes={t('columns.waysAndNotes')}
        widths={widths}
      />
      {blocks.map(({ key, opens, rows: here }) => (
        <RowBlock key={key} viewport={viewport} rows={here}>
          {hasHeads && opens ? <SectionHead session={session} {...opens} /> : null}
          {here.map(({ code, parts }) => (
            <FigureRow key={code} {...row} code={code} parts={parts} />
          ))}
        </RowBlock>
      ))}
    </table>
  );
}

/** Rows that are drawn when they come into the viewport. */
function RowBlock({
  viewport,
  rows,
  children,
}: {
  viewport: Viewport;
  rows: EntryBlock['rows'];
  children: ReactNode;
}) {
  const block = useRef<HTMLTableSectionElement>(null);
  useEffect(
    () =>
      viewport.watch(
        block.current!,
        rows.map(({ code }) => code),
      ),
    [viewport, rows],
  );
  return (
    <tbody ref={block} style={{ '--rows': rows.length } as CSSProperties}>
      {children}
    </tbody>
  );
}

function SectionHead({
  session: { status, cells },
  head,
  rows,
}: {
  session: EntrySession;
  head: GridSection;
  rows: readonly EntryRow[];
}) {
  const t = useTranslations('entryTools');
  const locale = useLocale();
  useSyncExternalStore(status.subscribe, status.read, status.read);
  const { filled, total } = countAnswers(
    rows.map((row) => ({ ...row, figure: cells.get(row.indicator.code)?.saved ?? null })),
  );
  return (
    <tr id={`section-${head.code}`}>
      <th scope="rowgroup" colSpan={6} className="bg-ground font-bold!">
        {t('section', { name: nameOf(head, locale), filled, total })}
      </th>
    </tr>
  );
}
