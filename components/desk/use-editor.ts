// The editor's life: made once on the page, fed with what is true today, saved while it is written on.
import {
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type Dispatch,
  type RefObject,
} from 'react';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { absorb } from './desk-commands';
import type { DeskFinder } from './desk-finder';
import { deskPlugins, redraw, type DeskEvents } from './desk-plugins';
import type { DeskProps } from './desk-props';
import { blocksOfDoc, docOf } from './desk-schema';
import { ManuscriptSaver, type SaverState, type Theirs } from './manuscript-saver';

export type DeskLabels = Record<'hidden' | 'pinned' | 'stale' | 'own' | 'editor', string>;
export type EditorEvents = DeskEvents & { loosened(): void; merged(by: string): void };

type Live = { finder: DeskFinder; labels: DeskLabels; events: EditorEvents };

/** The editor and its state as it is now, and the state of its saving. */
export function useEditor(
  { manuscript, address, personId, unit, period }: DeskProps,
  finder: DeskFinder,
  labels: DeskLabels,
  events: EditorEvents,
): {
  place: RefObject<HTMLDivElement | null>;
  view: RefObject<EditorView | null>;
  state: EditorState | null;
  saver: ManuscriptSaver;
  saving: SaverState;
  isRecovered: boolean;
} {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const [isRecovered, setRecovered] = useState(false);
  const live = useRef<Live>({ finder, labels, events });
  // The editor outlives every drawing of the page; it asks for what is true now.
  useEffect(() => {
    live.current = { finder, labels, events };
  });
  // The text it begins with: a later drawing of the page brings no other.
  const [standing] = useState<Theirs>(manuscript);
  const [saver] = useState(
    () =>
      new ManuscriptSaver(
        { address, personId, copyName: `${personId} ${unit} ${period}` },
        manuscript,
      ),
  );
  const saving = useSyncExternalStore(saver.subscribe, saver.state, saver.state);
  useEffect(() => {
    const { editor, stop } = startEditor(place.current!, saver, standing, live, {
      setState,
      setRecovered,
    });
    view.current = editor;
    return () => {
      stop();
      view.current = null;
    };
  }, [saver, standing]);
  useEffect(() => {
    const editor = view.current;
    if (editor) editor.dispatch(editor.state.tr.setMeta(redraw, true));
  }, [finder]);
  return { place, view, state, saver, saving, isRecovered };
}

/** Puts the editor on the page and has it saved, merged and recovered; answers how to take it away. */
function startEditor(
  place: HTMLElement,
  saver: ManuscriptSaver,
  standing: Theirs,
  live: RefObject<Live>,
  show: { setState: Dispatch<EditorState>; setRecovered: Dispatch<boolean> },
): { editor: EditorView; stop(): void } {
  const plugins = deskPlugins(() => live.current.finder, live.current.labels, {
    chosen: () => live.current.events.chosen(),
    refused: () => live.current.events.refused(),
    tooLong: (count) => live.current.events.tooLong(count),
  });
  const first = EditorState.create({ doc: docOf(standing.blocks), plugins });
  const editor = new EditorView(place, {
    state: first,
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': live.current.labels.editor,
      lang: 'zh-CN',
      spellcheck: 'false',
      class: 'document desk-text',
    },
    dispatchTransaction(tr) {
      const next = editor.state.apply(tr);
      editor.updateState(next);
      show.setState(next);
      if (tr.docChanged) saver.change(blocksOfDoc(next.doc));
    },
  });
  show.setState(first);
  const stopSaving = saver.start(
    () => live.current.events.loosened(),
    (blocks, by) => {
      editor.dispatch(absorb(editor.state, blocks));
      live.current.events.merged(by);
    },
  );
  let isGone = false;
  void saver.recover(standing).then((blocks) => {
    if (!blocks || isGone) return;
    const recovered = EditorState.create({ doc: docOf(blocks), plugins });
    editor.updateState(recovered);
    show.setState(recovered);
    show.setRecovered(true);
  });
  const stop = () => {
    isGone = true;
    stopSaving();
    editor.destroy();
  };
  return { editor, stop };
}
