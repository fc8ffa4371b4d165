// What an entry page holds outside React: its session, its checks with their explanations, and the keys of its table.
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { cellId, paths } from '@/lib/paths';
import type { EntryRow, OtherRow } from '../cells/entry-cell';
import { Viewport } from '../cells/viewport';
import type { GridChecks } from '../checks/cell-checks';
import type { CheckInput, CheckSetup } from '../checks/check-setup';
import { ExplanationStore } from '../checks/explanation-store';
import { asksAt, LiveChecks } from '../checks/live-checks';
import { mergeRows, openSession, type EntrySession } from '../saving/entry-session';
import type { UnsentPlace } from '../saving/unsent-figures';
import { enterDirection } from './enter-direction';
import { GridController, type GridHost } from './grid-controller';
import { watchPage } from './watch-page';

export type GridInput = UnsentPlace & {
  address: string;
  rows: readonly EntryRow[];
  /** Rows of other sections that rates of this one are worked out from. */
  elsewhere: readonly OtherRow[];
  /** What the checks need to run here. */
  checks: CheckSetup;
  /** Label of the period before. */
  before: string;
};

type Page = {
  viewport: Viewport;
  session: EntrySession;
  live: LiveChecks;
  explanations: ExplanationStore;
};

/** The page, kept up with what the server sends. */
export function useEntryPage({ rows, elsewhere, checks, ...place }: GridInput): Page {
  const input = useMemo(
    (): CheckInput => ({ ...checks, rows, elsewhere }),
    [checks, rows, elsewhere],
  );
  const [page] = useState(() => openPage(place, input));
  const { session, live, explanations } = page;
  useEffect(() => {
    mergeRows(session, rows);
    live.merge(input);
  }, [session, rows, live, input]);
  useEffect(() => live.attach(), [live]);
  useEffect(() => watchPage(session, explanations), [session, explanations]);
  return page;
}

function openPage(
  { address, personId, reportId, submission }: Omit<GridInput, 'rows' | 'elsewhere' | 'checks'>,
  input: CheckInput,
): Page {
  const place = { personId, reportId, submission };
  const viewport = new Viewport();
  const session = openSession({ address, ...place }, input.rows, viewport);
  const live = new LiveChecks(session.cells, input, viewport);
  const explanations = new ExplanationStore(
    { address: paths.saveExplanation(reportId), ...place },
    {
      settledValues: (check) => live.page.settledValues(check),
      writtenOf: (check) => live.page.writtenOf(check),
      explain: (check, written) => live.change((page) => page.explain(check, written)),
    },
  );
  return { viewport, session, live, explanations };
}

/** The checks with what it takes to show them in the table. */
export function useGridChecks(
  { session, live, explanations }: Page,
  { rows, elsewhere, before, reportId }: GridInput,
  controller: RefObject<GridController | null>,
): GridChecks {
  return useMemo(
    () => ({
      live,
      explanations,
      indicators: new Map(
        [...rows, ...elsewhere].map(({ indicator }) => [indicator.code, indicator]),
      ),
      before,
      reportId,
      has: (code) => session.cells.get(code) !== undefined,
      focus: (code) => controller.current?.moves.focus(code),
    }),
    [session, live, explanations, rows, elsewhere, before, reportId, controller],
  );
}

type Asked = Pick<GridHost, 'openHelp' | 'paste' | 'copyText'>;

/** The keys of the table, from when the page is alive. */
export function useController(
  { session, live }: Page,
  asked: Asked,
): {
  root: RefObject<HTMLDivElement | null>;
  current: RefObject<GridController | null>;
  grid: GridController | null;
} {
  const root = useRef<HTMLDivElement>(null);
  const current = useRef<GridController>(null);
  const host = useRef(asked);
  const [grid, setGrid] = useState<GridController | null>(null);
  useEffect(() => {
    host.current = asked;
  });
  useEffect(() => {
    const controller = new GridController(root.current!, session, {
      direction: enterDirection,
      openDetails: (code) => document.getElementById(`${cellId(code)}-open`)?.click(),
      isAsked: (code) => asksAt(live.at(code), code),
      openHelp: () => host.current.openHelp(),
      paste: (text, code) => host.current.paste(text, code),
      copyText: (codes) => host.current.copyText(codes),
    });
    current.current = controller;
    setGrid(controller);
    return controller.attach();
  }, [session, live]);
  return { root, current, grid };
}
