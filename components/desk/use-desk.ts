// The editor's life: made once on the page, fed with what is true today, observed by the panels around it.
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import { EditorState, type Command, type Plugin, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { DeskFinder } from './desk-finder';
import { absorb } from './desk-commands';
import { deskPlugins, redraw, type DeskEvents } from './desk-plugins';
import { blocksOfDoc, docOf } from './desk-schema';
import type { DeskProps } from './desk-props';
import { ManuscriptSaver, type SaverState, type Theirs } from './manuscript-saver';

export type DeskLabels = Record<'hidden' | 'pinned' | 'stale' | 'own' | 'editor', string>;
export type DeskControl = {
  state: EditorState | null;
  finder: DeskFinder;
  saver: ManuscriptSaver;
  saving: SaverState;
  isRecovered: boolean;
  run(command: Command): void;
  dispatch(make: (state: EditorState) => Transaction): void;
  focus(): void;
};

export function useDesk(
  props: DeskProps,
  labels: DeskLabels,
  events: DeskEvents & { loosened(): void; merged(by: string): void },
): { place: RefObject<HTMLDivElement | null>; desk: DeskControl } {
  const { manuscript, sentences, numbers, candidates, names, address, personId, unit, period } =
    props;
  const finder = useMemo(
    () =>
      new DeskFinder(
        {
          sentences: new Map(sentences),
          numbers: new Map(numbers.map((number) => [number.ref, number])),
        },
        candidates,
        names,
      ),
    [sentences, numbers, candidates, names],
  );
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const [isRecovered, setRecovered] = useState(false);
  const live = useRef({ finder, labels, events });
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
  const plugins = useRef<Plugin[]>([]);

  useEffect(() => {
    plugins.current = deskPlugins(() => live.current.finder, live.current.labels, {
      chosen: () => live.current.events.chosen(),
      refused: () => live.current.events.refused(),
      tooLong: (count) => live.current.events.tooLong(count),
    });
    const first = EditorState.create({ doc: docOf(standing.blocks), plugins: plugins.current });
    const editor = new EditorView(place.current!, {
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
        setState(next);
        if (tr.docChanged) saver.change(blocksOfDoc(next.doc));
      },
    });
    view.current = editor;
    setState(first);
    const stop = saver.start(
      () => live.current.events.loosened(),
      (blocks, by) => {
        editor.dispatch(absorb(editor.state, blocks));
        live.current.events.merged(by);
      },
    );
    let isGone = false;
    void saver.recover(standing).then((blocks) => {
      if (!blocks || isGone) return;
      const recovered = EditorState.create({ doc: docOf(blocks), plugins: plugins.current });
      editor.updateState(recovered);
      setState(recovered);
      setRecovered(true);
    });
    return () => {
      isGone = true;
      stop();
      editor.destroy();
      view.current = null;
    };
  }, [saver, standing]);

  useEffect(() => {
    const editor = view.current;
    if (editor) editor.dispatch(editor.state.tr.setMeta(redraw, true));
  }, [finder]);

  const desk: DeskControl = {
    state,
    finder,
    saver,
    saving,
    isRecovered,
    run: (command) => {
      const editor = view.current;
      if (!editor) return;
      command(editor.state, editor.dispatch, editor);
      editor.focus();
    },
    dispatch: (make) => view.current?.dispatch(make(view.current.state)),
    focus: () => view.current?.focus(),
  };
  return { place, desk };
}
