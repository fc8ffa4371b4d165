// Keys mean what was chosen last. A browser reports a new selection in a task of its own, which a busy page gets to
// only after the next key: a sentence clicked and moved at once would be the one chosen before.
import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { currentBlock } from './desk-commands';

/** Reads the browser's selection before every key and after every click. */
export function promptSelection(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (view, { isComposing }) => (isComposing ? false : readSelection(view)),
        mouseup: readSelection,
      },
    },
  });
}

/** Marks the sentence that keys and buttons speak of, also while a button has the focus. */
export function markCurrent(): Plugin {
  return new Plugin({
    props: {
      decorations: (state) => {
        const { node, position } = currentBlock(state);
        return DecorationSet.create(state.doc, [
          Decoration.node(position, position + node.nodeSize, {
            class: 'is-current',
            'aria-current': 'true',
          }),
        ]);
      },
    },
  });
}

/** The editor listens for the browser's own event, and looks only where something has changed. */
function readSelection({ dom }: EditorView): false {
  dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
  return false;
}
