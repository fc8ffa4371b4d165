// Why a figure moved, in the words of the office: 主要是增设夏季高温慰问专项资金. Only what it marked
// as 对外说明, and only where the text says the change that was explained.
import type { Comparison } from '@/lib/domain/comparison/compare';
import { previousOf } from '@/lib/domain/tree/period';
import { nameOfBase } from '@/lib/domain/comparison/base';
import type { Item, Remark } from '../item';

/** The reason of an item's change, said last: it may hold commas of its own. */
export function reasonRemarks({ input }: Comparison): (item: Item) => Remark[] {
  const { explained = [], scope } = input;
  const before = nameOfBase(previousOf(scope.period), scope.period);
  return ({ indicator, changes }) => {
    const isTold = changes.some(
      ({ base, direction }) => direction !== 0 && base.startsWith(before),
    );
    const reason = explained.find(
      ({ indicators, ofChange }) => ofChange && indicators[0] === indicator.code,
    );
    if (!isTold || !reason || scope.kind === 'term') return [];
    const words = reason.text.replace(/^主要(?:原因)?(?:是|系|为)/, '').replace(/[。；;.\s]+$/, '');
    return [{ segments: [{ text: '主要是' }, { text: words, by: reason.by }], isReason: true }];
  };
}
