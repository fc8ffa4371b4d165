// The desk's control: the editor with what is true today, and what the panels around it may ask of it.
import { useMemo, type RefObject } from 'react';
import type { Command, EditorState, Transaction } from 'prosemirror-state';
import { DeskFinder } from './desk-finder';
import type { DeskProps } from './desk-props';
import type { ManuscriptSaver, SaverState } from './manuscript-saver';
import { useEditor, type EditorEvents, type DeskLabels } from './use-editor';

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
  events: EditorEvents,
): { place: RefObject<HTMLDivElement | null>; desk: DeskControl } {
  const { sentences, numbers, candidates, names } = props;
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
  const { place, view, ...rest } = useEditor(props, finder, labels, events);
  const desk: DeskControl = {
    ...rest,
    finder,
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
