'use client';

import {
  useMemo,
  useState,
  useSyncExternalStore,
  type ComponentProps,
  type ReactNode,
  type RefObject,
} from 'react';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import type { EntrySession } from '../saving/entry-session';
import { useCopyText } from './copy-text';
import { blocksOf } from './entry-blocks';
import { EntryHelp } from './entry-help';
import { EnterSwitch, EntryTools } from './entry-tools';
import { FillBlanks } from './fill-blanks';
import { FindIndicator } from './find-indicator';
import type { ColumnLabels } from '@/components/figures/year-change';
import type { GridController } from './grid-controller';
import type { Findable, GridSection } from './grid-section';
import { GridTable } from './grid-table';
import { OthersAtWork } from './others-at-work';
import { PastePreview } from './paste-preview';
import { SaveBar } from './save-bar';
import { SelectionBar } from './selection-bar';
import { UnsentOffer } from './unsent-offer';
import { useController, useEntryPage, useGridChecks, type GridInput } from './use-grid';

type Props = GridInput & {
  labels: ColumnLabels;
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

/** Figures as a plain table of real inputs: every cell saves by itself when it is left. */
export function FiguresGrid(props: Props) {
  const { rows, elsewhere, labels, previousHref, section, sections, reportId } = props;
  const page = useEntryPage(props);
  const { session, viewport, live } = page;
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const isOpen = useIsOpen(session);
  const blocks = useMemo(() => blocksOf(sections, rows), [sections, rows]);
  const copyText = useCopyText(session, labels);
  const { root, current, grid } = useController(page, {
    openHelp: () => setHelpOpen(true),
    paste: (text, start) => setPasted({ text, start }),
    copyText,
  });
  const checks = useGridChecks(page, props, current);
  return (
    <>
      <GridHead {...props} {...{ session, current }} openHelp={() => setHelpOpen(true)} />
      <Sheet className="pt-0!">
        <UnsentOffer session={session} />
        <div ref={root}>
          <GridTable
            {...{
              session,
              viewport,
              blocks,
              elsewhere,
              labels,
              previousHref,
              reportId,
              checks,
              isOpen,
            }}
            hasHeads={section === null}
          />
        </div>
        <SaveBar
          session={session}
          checks={checks}
          above={grid ? <SelectionBar grid={grid} copyText={copyText} /> : null}
        >
          <OthersAtWork {...props} {...{ session, live }} />
          <EnterSwitch />
          {props.children}
        </SaveBar>
      </Sheet>
      {section === null ? null : <FillRest {...props} {...{ session, section }} />}
      {isHelpOpen ? <EntryHelp onClose={() => setHelpOpen(false)} /> : null}
      {pasted ? (
        <PastePreview
          session={session}
          {...pasted}
          period={labels.current}
          onClose={() => setPasted(null)}
        />
      ) : null}
    </>
  );
}

type Pasted = { text: string; start: string };

function useIsOpen({ editor: { isOpen } }: EntrySession): boolean {
  return useSyncExternalStore(isOpen.subscribe, isOpen.read, () => true);
}

type HeadProps = Props & {
  session: EntrySession;
  current: RefObject<GridController | null>;
  openHelp: () => void;
};

function GridHead({
  title,
  meta,
  reportId,
  section,
  sections,
  findable,
  session,
  current,
  openHelp,
}: HeadProps) {
  return (
    <PageHead
      isCompact
      title={title}
      meta={meta}
      actions={
        <>
          <FindIndicator
            {...{ reportId, section, sections, findable }}
            onFind={(code) => current.current?.moves.focus(code)}
          />
          <EntryTools status={session.status} grid={() => current.current} openHelp={openHelp} />
        </>
      }
    />
  );
}

/** The panel counts what the bar above it counts. */
function FillRest({
  session: { status },
  fillBlanks,
  reportId,
  submission,
  section,
}: Props & { session: EntrySession; section: string }) {
  const { filled, total, unsent, saving } = useSyncExternalStore(
    status.subscribe,
    status.read,
    status.read,
  );
  return (
    <FillBlanks
      {...{ reportId, submission, section }}
      action={fillBlanks}
      count={total - filled}
      isWaiting={unsent + saving > 0}
    />
  );
}
