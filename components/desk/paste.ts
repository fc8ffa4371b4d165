// What comes in from elsewhere and what goes out: paragraphs stay paragraphs, in Word, WPS and plain text.
import { closeHistory } from 'prosemirror-history';
import { DOMSerializer, type Fragment, type Node, type Slice } from 'prosemirror-model';
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import {
  linesOf,
  longestBlock,
  pastedBlocks,
  tidy,
  type PastedLine,
} from '@/lib/domain/desk/paste';
import { deskSchema, nodeOf, ownAttrs } from './desk-schema';

/** The lines of what is pasted or dropped. */
export function linesFrom(data: DataTransfer): PastedLine[] {
  const lines = linesOfHtml(data.getData('text/html'));
  return lines.length > 0 ? lines : linesOf(data.getData('text/plain'));
}

/** The lines put at the cursor: one is part of the sentence there, several stand as paragraphs of their own. */
export function insertLines(state: EditorState, lines: readonly PastedLine[]): Transaction {
  const tr = closeHistory(state.tr);
  if (state.selection instanceof TextSelection) tr.deleteSelection();
  const { $to } = tr.selection;
  const [first] = lines;
  if (!first) return tr;
  if (lines.length === 1 && !first.isHeading && first.text.length <= longestBlock)
    return tr.insertText(first.text, $to.pos).scrollIntoView();
  const block = $to.node(1);
  const nodes = pastedBlocks(lines, block.attrs.section as string | null).map(nodeOf);
  const [start, end] = [$to.before(1), $to.after(1)];
  const isEmpty = block.content.size === 0;
  const isInside = $to.parentOffset > 0 && $to.parentOffset < block.content.size;
  const place = isInside ? $to.pos + 1 : $to.parentOffset === 0 ? start : end;
  if (isInside)
    tr.split($to.pos, 1, [{ type: block.type, attrs: ownAttrs(block, { opens: true }) }]);
  tr.replaceWith(place, isEmpty ? end : place, nodes);
  const behind = place + nodes.reduce((size, node) => size + node.nodeSize, 0);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(behind), -1)).scrollIntoView();
}

/** The copied text: what opens no paragraph goes on in the line, and what is hidden stays here. */
export function textOfSlice({ content }: Slice): string {
  return paragraphsIn(content)
    .map((nodes) => nodes.map((node) => (node.attrs.hidden ? '' : printed(node))).join(''))
    .filter((line) => line !== '')
    .join('\n');
}

/** The copied text as HTML: a paragraph with a span for each sentence, which come back as sentences here. */
export class DeskSerializer extends DOMSerializer {
  constructor() {
    const { nodes, marks } = DOMSerializer.fromSchema(deskSchema);
    super(nodes, marks);
  }

  override serializeFragment(
    content: Fragment,
    options: { document?: Document } = {},
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    if (content.firstChild?.type !== deskSchema.nodes.block)
      return super.serializeFragment(content, options, target);
    const page = options.document ?? document;
    const whole = target ?? page.createDocumentFragment();
    for (const nodes of paragraphsIn(content)) {
      const paragraph = page.createElement(nodes[0]!.attrs.kind === 'heading' ? 'h2' : 'p');
      for (const node of nodes) {
        const sentence = page.createElement('span');
        sentence.setAttribute('data-block', JSON.stringify(node.attrs));
        if (node.attrs.hidden) sentence.style.display = 'none';
        super.serializeFragment(node.content, options, sentence);
        paragraph.append(sentence);
      }
      whole.append(paragraph);
    }
    return whole;
  }
}

function paragraphsIn(content: Fragment): Node[][] {
  const paragraphs: Node[][] = [];
  content.forEach((node) => {
    const last = paragraphs.at(-1);
    if (last && isProse(node) && isProse(last[0]!) && !node.attrs.opens) last.push(node);
    else paragraphs.push([node]);
  });
  return paragraphs;
}

const isProse = ({ attrs }: Node): boolean => attrs.kind === 'sentence' || attrs.kind === 'own';
const printed = (node: Node): string => node.textBetween(0, node.content.size, '', leafText);
const leafText = ({ attrs }: Node): string => attrs.text as string;

/** Paragraphs, headings, items and rows each make a line; cells of a row stand apart by a wide blank. */
function linesOfHtml(html: string): PastedLine[] {
  const lines: PastedLine[] = [];
  let line = { text: '', isHeading: false };
  const end = () => {
    const text = tidy(line.text);
    if (text !== '') lines.push({ ...line, text });
    line = { text: '', isHeading: false };
  };
  const read = (node: globalThis.Node) => {
    if (node.nodeType === node.TEXT_NODE) line.text += unwrapped(node.textContent ?? '');
    if (!(node instanceof Element) || node.matches('script, style, template, title, xml')) return;
    const isLine = node.matches(lineTags);
    if (isLine || node.matches('br')) end();
    if (node.matches('td, th') && line.text !== '') line.text += '　';
    line.isHeading ||= node.matches('h1, h2, h3, h4, h5, h6, [class*="MsoHeading"]');
    // A cell's paragraphs belong to its row.
    if (node.matches('td, th')) line.text += unwrapped(node.textContent ?? '').trim();
    else node.childNodes.forEach(read);
    if (isLine) end();
  };
  read(new DOMParser().parseFromString(html, 'text/html').body);
  end();
  return lines;
}

const lineTags =
  'p, div, li, tr, table, h1, h2, h3, h4, h5, h6, blockquote, section, article, ul, ol, dt, dd, pre, hr';

/** Lines of the source are none of the text; between words of letters they are a blank. */
const unwrapped = (text: string): string =>
  text
    .replace(/(?<=[^\x00-\x7f])[ \t\r]*\n[ \t\r]*|[ \t\r]*\n[ \t\r]*(?=[^\x00-\x7f])/g, '')
    .replace(/[ \t\r]*\n[ \t\r]*/g, ' ');
