// How the editor behaves: keys, numbers that cannot be typed over, pasted text, names of new blocks, and the marks of
// what is stale or has no source.
import { baseKeymap, chainCommands, splitBlock } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import {
  NodeSelection,
  Plugin,
  PluginKey,
  TextSelection,
  type EditorState,
} from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { Node } from 'prosemirror-model';
import { moveBlock, toggleBlock } from './desk-commands';
import { deskSchema, positionAt } from './desk-schema';
import type { DeskFinder } from './desk-finder';
import { markCurrent, promptSelection } from './prompt-selection';

/** `chosen` opens the forms of the selected number; `refused` says why a key did nothing. */
export type DeskEvents = { chosen(): void; refused(): void };

export const redraw = new PluginKey('redraw');

/** Everything that makes a plain editor the desk. */
export function deskPlugins(
  finder: () => DeskFinder,
  labels: Record<'hidden' | 'pinned' | 'stale' | 'own', string>,
  events: DeskEvents,
): Plugin[] {
  return [
    promptSelection(),
    keymap({
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      'Alt-ArrowUp': moveBlock(-1),
      'Alt-ArrowDown': moveBlock(1),
      'Alt-h': toggleBlock('hidden'),
      'Alt-p': toggleBlock('pinned'),
      Enter: chainCommands((state) => chooseChip(state, events), splitBlock),
    }),
    keymap(baseKeymap),
    history(),
    guardNumbers(events),
    nameBlocks(),
    markBlocks(finder, labels),
    markCurrent(),
  ];
}

const isNumberChosen = ({ selection }: EditorState): boolean =>
  selection instanceof NodeSelection && selection.node.type === deskSchema.nodes.chip;

function chooseChip(state: EditorState, { chosen }: DeskEvents): boolean {
  if (!isNumberChosen(state)) return false;
  chosen();
  return true;
}

/** Typing on a chosen number changes nothing; text from elsewhere comes in as plain words. */
function guardNumbers(events: DeskEvents): Plugin {
  const stepBeside = (view: EditorView) =>
    view.dispatch(
      view.state.tr.setSelection(TextSelection.create(view.state.doc, view.state.selection.to)),
    );
  return new Plugin({
    props: {
      handleTextInput: (view) => {
        if (!isNumberChosen(view.state)) return false;
        events.refused();
        return true;
      },
      handleDOMEvents: {
        compositionstart: (view) => {
          // The input method would write over it: the words go beside.
          if (isNumberChosen(view.state)) stepBeside(view);
          return false;
        },
      },
      handlePaste: (view, event) => {
        const html = event.clipboardData?.getData('text/html') ?? '';
        if (html.includes('data-pm-slice') && html.includes('data-block')) return false;
        if (html.includes('data-pm-slice') && html.includes('data-chip')) return false;
        const text = event.clipboardData?.getData('text/plain') ?? '';
        const tr = view.state.tr.insertText(
          text.replace(/\s*\n\s*/g, ''),
          view.state.selection.from,
          view.state.selection.to,
        );
        view.dispatch(tr.scrollIntoView());
        return true;
      },
    },
  });
}

/** No two blocks of one name: what was split off or pasted is the author's own. */
function nameBlocks(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _, state) => {
      if (!transactions.some(({ docChanged }) => docChanged)) return null;
      const seen = new Set<string>();
      const { tr } = state;
      state.doc.forEach((node, offset) => {
        const id = node.attrs.id as string;
        if (id && !seen.has(id)) return void seen.add(id);
        const attrs = {
          ...node.attrs,
          id: `own.${crypto.randomUUID()}`,
          kind: 'own',
          origin: null,
          pinned: false,
          opens: id ? false : (node.attrs.opens as boolean),
        };
        tr.setNodeMarkup(offset, undefined, attrs);
      });
      return tr.docChanged ? tr : null;
    },
  });
}

function markBlocks(
  finder: () => DeskFinder,
  labels: Record<'hidden' | 'pinned' | 'stale' | 'own', string>,
): Plugin {
  const mark = (doc: Node) => {
    const marks: Decoration[] = [];
    doc.forEach((node, offset) => {
      const { stale, unlinked, isOwn } = finder().look(node);
      const notes = [
        node.attrs.hidden && labels.hidden,
        node.attrs.pinned && labels.pinned,
        stale && `▲ ${labels.stale}`,
        isOwn && labels.own,
      ].filter(Boolean);
      if (notes.length > 0)
        marks.push(
          Decoration.node(offset, offset + node.nodeSize, {
            'data-notes': notes.join(' · '),
            class: stale ? 'is-stale' : '',
          }),
        );
      for (const { start, end } of unlinked) {
        marks.push(
          Decoration.inline(
            positionAt(node, offset + 1, start),
            positionAt(node, offset + 1, end),
            { class: 'unlinked' },
          ),
        );
      }
    });
    return DecorationSet.create(doc, marks);
  };
  return new Plugin({
    key: redraw,
    state: {
      init: (_, { doc }) => mark(doc),
      apply: (tr, before) => (tr.docChanged || tr.getMeta(redraw) ? mark(tr.doc) : before),
    },
    props: { decorations: (state) => redraw.getState(state) as DecorationSet },
  });
}
