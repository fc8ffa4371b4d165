'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ComponentProps,
  type CSSProperties,
  type ReactNode,
} from 'react';
import { FiguresHead } from '@/components/figures/figures-head';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { countAnswers } from '@/lib/domain/report/completeness';
import { printClipboard } from '@/lib/domain/entry/clipboard';
import { nameOf } from '@/lib/i18n/name-of';
import { cellId, paths } from '@/lib/paths';
import type { GridChecks } from './cell-checks';
import type { CheckSetup } from '../checks/check-setup';
import { blocksOf, type EntryBlock } from '../entry-blocks';
import { ExplanationStore } from '../saving/explanation-store';
import { contentOf, type EntryRow, type OtherRow } from './entry-cell';
import { EntryHelp } from '../entry-help';
import { EnterSwitch, enterDirection, EntryTools } from '../entry-tools';
import { useContentText } from './figure-cell';
import { FigureRow } from './figure-row';
import { FigureStore } from '../saving/figure-store';
import { FillBlanks } from '../fill-blanks';
import { FindIndicator } from '../find-indicator';
import { GridController } from './grid-controller';
import type { Findable, GridSection } from './grid-section';
import { LiveChecks } from '../checks/live-checks';
import { OthersAtWork } from '../others-at-work';
import { PastePreview } from '../paste-preview';
import { RowsInSight } from './viewport';
import { SaveBar } from '../saving/save-bar';
import { SelectionBar } from './selection-bar';
import { UnsentOffer } from '../saving/unsent-offer';
import { watchPage } from '../watch-page';

type Props = {
  address: string;
  personId: string;
  reportId: string;
  submission: number;
  rows: readonly EntryRow[];
  /** Rows of other sections that rates of this one are worked out from. */
  elsewhere: readonly OtherRow[];
  /** What the checks need to run here. */
  checks: CheckSetup;
  /** Label of the period before. */
  before: string;
  labels: { current: string; previous: string };
  previousHref: string | null;
  /** The section shown; null when all of them are. */
  section: string | null;
  sections: readonly GridSection[];
  findable: readonly Findable[];
  title: string;
  meta: string;
  /** When the page was read, by the server's clock. */
  readAt: string;
  /** What the page was made of besides figures: another one means that it is out of date. */
  stamp: string;
  fillBlanks: ComponentProps<typeof FillBlanks>['action'];
  /** Links to the sections before and after, kept in the bar below. */
  children: ReactNode;
};

const widths = {
  previous: 'xl:w-38',
  current: 'xl:w-52',
  change: 'xl:w-28',
  percent: 'xl:w-22',
  notes: 'xl:w-76',
};

/** Figures as a plain table of real inputs: every cell saves by itself when it is left. */
export function FiguresGrid({
  address,
  personId,
  reportId,
  submission,
  rows,
  elsewhere,
  checks: setup,
  before,
  labels,
  previousHref,
  section,
  sections,
  findable,
  title,
  meta,
  readAt,
  stamp,
  fillBlanks,
  children,
}: Props) {
  const [sight] = useState(() => new RowsInSight());
  const place = { personId, reportId, submission };
  const [store] = useState(() => new FigureStore({ address, ...place }, rows, sight));
  const input = useMemo(() => ({ ...setup, rows, elsewhere }), [setup, rows, elsewhere]);
  const [live] = useState(() => new LiveChecks(store, input, sight));
  const [explanations] = useState(
    () => new ExplanationStore({ address: paths.saveExplanation(reportId), ...place }, live),
  );
  const [grid, setGrid] = useState<GridController | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [pasted, setPasted] = useState<{ text: string; start: string } | null>(null);
  const [isOpen, setOpen] = useState(true);
  const blocks = useMemo(() => blocksOf(sections, rows), [sections, rows]);
  const t = useTranslations('entry');
  const root = useRef<HTMLDivElement>(null);
  const current = useRef<GridController>(null);
  const copyText = useCopyText(store, labels);
  const copy = useRef(copyText);
  useEffect(() => {
    copy.current = copyText;
  });
  const checks = useMemo((): GridChecks => {
    const indicators = new Map(
      [...rows, ...elsewhere].map(({ indicator }) => [indicator.code, indicator]),
    );
    return {
      live,
      explanations,
      indicators,
      before,
      reportId,
      focus: (code) => current.current?.focus(code),
    };
  }, [live, explanations, rows, elsewhere, before, reportId]);
  useEffect(() => {
    store.adopt(rows);
    live.adopt(input);
  }, [store, rows, live, input]);
  useEffect(() => live.attach(), [live]);
  useEffect(() => watchPage(store, explanations), [store, explanations]);
  useEffect(() => {
    const controller = new GridController(root.current!, store, {
      direction: enterDirection,
      openHelp: () => setHelpOpen(true),
      openDetails: (code) => document.getElementById(`${cellId(code)}-open`)?.click(),
      paste: (text, start) => setPasted({ text, start }),
      copyText: (codes) => copy.current(codes),
      isOpen: live.isOpen,
    });
    current.current = controller;
    setGrid(controller);
    return controller.attach();
  }, [store, live]);

  return (
    <>
      <PageHead
        isCompact
        title={title}
        meta={meta}
        actions={
          <>
            <FindIndicator
              reportId={reportId}
              section={section}
              sections={sections}
              findable={findable}
              onFind={(code) => grid?.focus(code)}
            />
            <EntryTools store={store} grid={() => grid} openHelp={() => setHelpOpen(true)} />
          </>
        }
      />
      <Sheet className="pt-0!">
        <UnsentOffer store={store} />
        <div ref={root}>
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
              <RowBlock key={key} sight={sight} rows={here}>
                {section === null && opens ? <SectionHead store={store} {...opens} /> : null}
                {here.map(({ code, parts }) => (
                  <FigureRow
                    key={code}
                    store={store}
                    code={code}
                    parts={parts}
                    elsewhere={elsewhere}
                    labels={labels}
                    reportId={reportId}
                    checks={checks}
                    isOpen={isOpen}
                  />
                ))}
              </RowBlock>
            ))}
          </table>
        </div>
        <SaveBar
          store={store}
          checks={checks}
          above={grid ? <SelectionBar grid={grid} copyText={copyText} /> : null}
        >
          <OthersAtWork
            {...{ store, live, address, readAt, stamp, personId, findable, sections }}
            onMove={setOpen}
          />
          <EnterSwitch />
          {children}
        </SaveBar>
      </Sheet>
      {section === null ? null : (
        <FillRest store={store} action={fillBlanks} {...place} section={section} />
      )}
      {isHelpOpen ? <EntryHelp onClose={() => setHelpOpen(false)} /> : null}
      {pasted ? (
        <PastePreview
          store={store}
          {...pasted}
          period={labels.current}
          onFill={(entries) => {
            store.fill(entries);
            setPasted(null);
          }}
          onClose={() => setPasted(null)}
        />
      ) : null}
    </>
  );
}

/** Rows that are drawn when they come into sight. */
function RowBlock({
  sight,
  rows,
  children,
}: {
  sight: RowsInSight;
  rows: EntryBlock['rows'];
  children: ReactNode;
}) {
  const block = useRef<HTMLTableSectionElement>(null);
  useEffect(
    () =>
      sight.watch(
        block.current!,
        rows.map(({ code }) => code),
      ),
    [sight, rows],
  );
  return (
    <tbody ref={block} style={{ '--rows': rows.length } as CSSProperties}>
      {children}
    </tbody>
  );
}

/** The panel counts what the bar above it counts. */
function FillRest({
  store,
  ...props
}: { store: FigureStore } & Omit<ComponentProps<typeof FillBlanks>, 'count' | 'isWaiting'>) {
  const { filled, total, unsent, saving } = useSyncExternalStore(
    store.subscribeStatus,
    store.status,
    store.status,
  );
  return <FillBlanks {...props} count={total - filled} isWaiting={unsent + saving > 0} />;
}

function SectionHead({
  store,
  head,
  rows,
}: {
  store: FigureStore;
  head: GridSection;
  rows: readonly EntryRow[];
}) {
  const t = useTranslations('entryTools');
  const locale = useLocale();
  useSyncExternalStore(store.subscribeStatus, store.status, store.status);
  const { filled, total } = countAnswers(
    rows.map((row) => ({ ...row, figure: store.cell(row.indicator.code)?.saved ?? null })),
  );
  return (
    <tr id={`section-${head.code}`}>
      <th scope="rowgroup" colSpan={6} className="bg-ground font-bold!">
        {t('section', { name: nameOf(head, locale), filled, total })}
      </th>
    </tr>
  );
}

/** Chosen cells as a table that a spreadsheet takes: with its head, in the units of the fields. */
function useCopyText(
  store: FigureStore,
  labels: Props['labels'],
): (codes: readonly string[]) => string {
  const print = useTranslations('entryTools.print.columns');
  const textOf = useContentText();
  const locale = useLocale();
  return (codes) => {
    const rows = codes.flatMap((code) => {
      const cell = store.cell(code);
      if (!cell) return [];
      const { indicator, previous } = cell.row;
      return [
        [
          code,
          nameOf(indicator, locale),
          indicator.display.moneyUnit ?? indicator.unit,
          textOf(contentOf(previous, indicator)),
          textOf(cell.content),
        ],
      ];
    });
    return printClipboard([
      [print('code'), print('indicator'), print('measure'), labels.previous, labels.current],
      ...rows,
    ]);
  };
}
