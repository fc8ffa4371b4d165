import { TextSelection } from 'prosemirror-state';
import type { DeskControl } from '../use-desk';

/** Puts the cursor into a block and scrolls it into view. */
export function select(desk: DeskControl, id: string): void {
  desk.dispatch(({ doc, tr }) => {
    doc.forEach((node, offset) => {
      if (node.attrs.id === id)
        tr.setSelection(TextSelection.create(tr.doc, offset + 1)).scrollIntoView();
    });
    return tr;
  });
  desk.focus();
}
