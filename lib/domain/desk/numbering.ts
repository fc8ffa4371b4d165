// 一、二、三、 of the headings as they stand: what was hidden, moved or deleted leaves no gap.
import { headingNumber, isChip, textOf, type Block, type Part } from './manuscript';

/** The blocks with their numbered headings counted through. */
export function numberHeadings(blocks: readonly Block[]): Block[] {
  let count = 0;
  return blocks.map((block) => {
    const old = block.hidden ? null : numberOf(block);
    if (old === null) return block;
    count += 1;
    const parts = withNumber(block.parts, old, numeralOf(count));
    return parts === block.parts ? block : { ...block, parts };
  });
}

/** The number that a heading begins with, 十二 of 十二、职工文化; null where it has none. */
export function numberOf({ kind, parts }: Pick<Block, 'kind' | 'parts'>): string | null {
  const first = parts[0];
  if (kind !== 'heading' || first === undefined || isChip(first)) return null;
  return headingNumber.exec(textOf(parts))?.[1] ?? null;
}

/** 1 to 99 as headings are counted. */
export function numeralOf(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[ones]}`;
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function withNumber(parts: Part[], old: string, now: string): Part[] {
  return old === now ? parts : [now + (parts[0] as string).slice(old.length), ...parts.slice(1)];
}
