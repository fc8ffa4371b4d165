// What an author does with whole sentences and with numbers; every command is one step that can be undone.
import { splitBlockAs } from 'prosemirror-commands';
import { closeHistory } from 'prosemirror-history';
import {
  NodeSelection,
  Selection,
  TextSelection,
  type Command,
  type EditorState,
  type Transaction,
} from 'prosemirror-state';
import type { Fragment, Node } from 'prosemirror-model';
import type { Block, Chip } from '@/lib/domain/desk/manuscript';
import { chipNode, docOf, nodeOf, ownAttrs } from './desk-schema';

/** The block the cursor is in, and where it begins. */
export function currentBlock({ selection }: EditorState): {
  node: Node;
  position: number;
  index: number;
} {
  const { $from } = selection;
  const index = $from.index(0);
  const position = $from.depth > 0 ? $from.before(1) : $from.posAtIndex(index, 0);
  return {
    node: $from.node(0).child(Math.min(index, $from.node(0).childCount - 1)),
    position,
    index,
  };
}

/** The block changes places with the one before (−1) or after it (1). */
export const moveBlock =
  (by: -1 | 1): Command =>
  (state, dispatch) => {
    const { node, position, index } = currentBlock(state);
    const other = state.doc.maybeChild(index + by);
    if (!other) return false;
    if (!dispatch) return true;
    const inside = state.selection.from - position;
    const target = by < 0 ? position - other.nodeSize : position + other.nodeSize;
    // Where a paragraph opens belongs to the place: the block that comes first opens it.
    const [first, second] = by < 0 ? [node, other] : [other, node];
    const opens = (by < 0 ? other : node).attrs.opens as boolean;
    const from = Math.min(position, target);
    const swapped = [
      withAttrs(first, { opens }),
      withAttrs(second, { opens: (by < 0 ? node : other).attrs.opens }),
    ];
    const tr = stepOf(state).replaceWith(from, from + node.nodeSize + other.nodeSize, swapped);
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(target + inside))).scrollIntoView());
    return true;
  };

/** Turns a property of the block over: hidden, pinned, or whether it opens a paragraph. */
export const toggleBlock =
  (name: 'hidden' | 'pinned' | 'opens'): Command =>
  (state, dispatch) => {
    const { node, position } = currentBlock(state);
    dispatch?.(stepOf(state).setNodeAttribute(position, name, !node.attrs[name]));
    return true;
  };

/** Enter: what follows the cursor begins a paragraph. At the start of a sentence the sentence stays what it is. */
export const openParagraph: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if ($from.depth === 0) return false;
  const isAtStart = empty && $from.parentOffset === 0 && $from.parent.content.size > 0;
  if (!isAtStart)
    return splitBlockAs((node) => ({
      type: node.type,
      attrs: ownAttrs(node, { opens: true }),
    }))(state, dispatch);
  const { node, position } = currentBlock(state);
  const isOpen = node.attrs.opens === true || !isProseNode(node);
  const empties = node.type.create(ownAttrs(node, { opens: true }));
  dispatch?.(
    isOpen
      ? stepOf(state).insert(position, empties)
      : stepOf(state).setNodeAttribute(position, 'opens', true),
  );
  return true;
};

/** Backspace at the start of a paragraph: it goes on in the one before; the sentences stay two. */
export const closeParagraph: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.depth === 0 || $from.parentOffset > 0) return false;
  const { node, position, index } = currentBlock(state);
  const before = state.doc.maybeChild(index - 1);
  const isJoint = node.attrs.opens === true && isProseNode(node) && before && isProseNode(before);
  if (!isJoint || node.content.size === 0) return false;
  dispatch?.(stepOf(state).setNodeAttribute(position, 'opens', false));
  return true;
};

/** Another text in place of this one where the two differ; the cursor stays, and undo does not take it back. */
export function absorb(state: EditorState, blocks: readonly Block[]): Transaction {
  const [now, next] = [state.doc.content, docOf(blocks).content];
  const isSame = (a: number, b: number) => now.child(a).eq(next.child(b));
  let head = 0;
  while (head < now.childCount && head < next.childCount && isSame(head, head)) head += 1;
  let tail = 0;
  while (
    tail < Math.min(now.childCount, next.childCount) - head &&
    isSame(now.childCount - 1 - tail, next.childCount - 1 - tail)
  )
    tail += 1;
  const nodes = Array.from({ length: next.childCount - tail - head }, (_, at) =>
    next.child(head + at),
  );
  const from = sizeOf(now, 0, head);
  const to = from + sizeOf(now, head, now.childCount - tail);
  return state.tr.replaceWith(from, to, nodes).setMeta('addToHistory', false);
}

const sizeOf = (content: Fragment, from: number, to: number): number =>
  Array.from({ length: to - from }, (_, at) => content.child(from + at).nodeSize).reduce(
    (sum, size) => sum + size,
    0,
  );
const isProseNode = ({ attrs }: Node): boolean => attrs.kind === 'sentence' || attrs.kind === 'own';

/** A new block of the author's own after this one. */
export const addOwn: Command = (state, dispatch) => {
  const { node, position } = currentBlock(state);
  if (!dispatch) return true;
  const at = position + node.nodeSize;
  const block = nodeOf({
    id: '',
    kind: 'own',
    section: node.attrs.section as string | null,
    opens: false,
    hidden: false,
    pinned: false,
    parts: [],
    origin: null,
  });
  const tr = stepOf(state).insert(at, block);
  dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView());
  return true;
};

/** A number in place of a stretch of text, or at the cursor. */
export function putChip(
  state: EditorState,
  chip: Chip,
  range?: { from: number; to: number },
): Transaction {
  const { from, to } = range ?? { from: state.selection.to, to: state.selection.to };
  const tr = stepOf(state).replaceWith(from, to, chipNode(chip));
  return tr.setSelection(TextSelection.create(tr.doc, from + 1));
}

/** The chosen number in another form. */
export function reform(state: EditorState, chip: Chip): Transaction {
  const { selection } = state;
  const tr = stepOf(state).replaceWith(selection.from, selection.to, chipNode(chip));
  return tr.setSelection(NodeSelection.create(tr.doc, selection.from));
}

/** Blocks in place of others, by id: one step for however many. */
export function replaceBlocks(
  state: EditorState,
  changes: ReadonlyMap<string, readonly Block[]>,
): Transaction {
  const tr = stepOf(state);
  state.doc.forEach((node, offset) => {
    const blocks = changes.get(node.attrs.id as string);
    if (blocks)
      tr.replaceWith(
        tr.mapping.map(offset),
        tr.mapping.map(offset + node.nodeSize),
        blocks.map(nodeOf),
      );
  });
  return tr;
}

/** A generated sentence that is not in the text: after the last block of its section. */
export function bringBack(state: EditorState, block: Block): Transaction {
  let at = state.doc.content.size;
  state.doc.forEach((node, offset) => {
    if (node.attrs.section === block.section) at = offset + node.nodeSize;
  });
  return stepOf(state)
    .insert(at, nodeOf({ ...block, opens: false }))
    .scrollIntoView();
}

/** A step of its own, however soon after the last one. */
const stepOf = (state: EditorState): Transaction => closeHistory(state.tr);

const withAttrs = (node: Node, attrs: object): Node =>
  node.type.create({ ...node.attrs, ...attrs }, node.content, node.marks);
