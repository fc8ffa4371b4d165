// The text as the editor holds it: one node per block, numbers as atoms between the words.
import { Node, Schema, type Attrs } from 'prosemirror-model';
import { isChip, joinParts, type Block, type Chip, type Part } from '@/lib/domain/desk/manuscript';

/** `deskId` marks numbers copied here, so that only they come back as numbers. */
export const deskSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    block: {
      content: '(text | chip)*',
      attrs: {
        id: { default: '' },
        kind: { default: 'own' },
        section: { default: null },
        opens: { default: false },
        hidden: { default: false },
        pinned: { default: false },
        origin: { default: null },
      },
      defining: true,
      parseDOM: [
        { tag: 'p[data-block]' },
        { tag: 'span[data-block]', getAttrs: (dom) => readBlock(dom.getAttribute('data-block')) },
      ],
      toDOM: ({ attrs }) => [
        'p',
        {
          'data-block': attrs.kind,
          class: `block block-${attrs.kind}${attrs.opens ? ' opens' : ''}${attrs.hidden ? ' is-hidden' : ''}${attrs.pinned ? ' is-pinned' : ''}`,
        },
        0,
      ],
    },
    chip: {
      inline: true,
      group: 'inline',
      atom: true,
      selectable: true,
      attrs: { ref: {}, text: {}, form: { default: null } },
      leafText: ({ attrs }) => attrs.text as string,
      parseDOM: [
        { tag: 'span[data-chip]', getAttrs: (dom) => readChip(dom.getAttribute('data-chip')) },
      ],
      toDOM: ({ attrs }) => [
        'span',
        { class: 'chip', 'data-chip': JSON.stringify([attrs.ref, attrs.text, attrs.form]) },
        attrs.text as string,
      ],
    },
    text: { group: 'inline' },
  },
});

/** The blocks of a manuscript as a document. */
export function docOf(blocks: readonly Block[]): Node {
  return deskSchema.node('doc', null, blocks.map(nodeOf));
}

/** One block as a node. */
export function nodeOf({ parts, ...attrs }: Block): Node {
  return deskSchema.node('block', attrs, inlinesOf(parts));
}

/** The attributes of a block of the author's own that comes out of another; it is named when it stands in the text. */
export function ownAttrs({ attrs }: Node, more: Partial<Attrs> = {}): Attrs {
  return { ...attrs, id: '', kind: 'own', origin: null, pinned: false, ...more };
}

/** Words and numbers as nodes. */
export function inlinesOf(parts: readonly Part[]): Node[] {
  return joinParts(parts).map((part) => (isChip(part) ? chipNode(part) : deskSchema.text(part)));
}

/** A number as a node. */
export function chipNode({ ref, text, form }: Chip): Node {
  return deskSchema.node('chip', { ref, text, form: form ?? null });
}

/** The blocks of a document. */
export function blocksOfDoc(doc: Node): Block[] {
  const blocks: Block[] = [];
  doc.forEach((node) => blocks.push(blockOf(node)));
  return blocks;
}

const kept = new WeakMap<Node, Block>();

/** A node as a block; nodes never change, so that an unchanged one is read once. */
export function blockOf(node: Node): Block {
  const known = kept.get(node);
  if (known) return known;
  const parts: Part[] = [];
  node.forEach((child) => parts.push(child.isText ? (child.text ?? '') : chipOf(child.attrs)));
  const block = { ...(node.attrs as Omit<Block, 'parts'>), parts: joinParts(parts) };
  kept.set(node, block);
  return block;
}

export function chipOf({ ref, text, form }: Attrs): Chip {
  return { ref: ref as string, text: text as string, ...(form ? { form: form as string } : {}) };
}

/** Where the character `offset` of a block's printed text stands in the document; `start` is the block's inside. */
export function positionAt(block: Node, start: number, offset: number): number {
  let [position, left] = [start, offset];
  for (let at = 0; at < block.childCount && left > 0; at += 1) {
    const child = block.child(at);
    const length = child.isText ? child.nodeSize : (child.attrs.text as string).length;
    if (child.isText && left < length) return position + left;
    position += child.nodeSize;
    left -= length;
  }
  return position;
}

/** A sentence that was copied or cut here. */
function readBlock(text: string | null): Attrs | false {
  try {
    const { id, kind, section, opens, hidden, pinned, origin } = JSON.parse(text ?? '') as Block;
    const isOurs = typeof id === 'string' && ['title', 'heading', 'sentence', 'own'].includes(kind);
    return isOurs && { id, kind, section, opens, hidden, pinned, origin };
  } catch {
    return false;
  }
}

function readChip(text: string | null): Attrs | false {
  try {
    const [ref, printed, form] = JSON.parse(text ?? '') as unknown[];
    return typeof ref === 'string' && typeof printed === 'string'
      ? { ref, text: printed, form: typeof form === 'string' ? form : null }
      : false;
  } catch {
    return false;
  }
}
