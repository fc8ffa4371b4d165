import { describe, expect, test } from 'vitest';
import { narrate } from '@/prisma/world/narrated-documents';
import { blocksOf, isChip, joinParts, type Block } from './manuscript';
import { candidatesOf } from './numbers';
import { reviewBlocks, type Finding } from './review';
import { unlinkedIn } from './unlinked';

const narrated = narrate('hn');
const competitions = narrated.blocks.find(({ id }) => id === 'JG.figures.JG001')!;
const own = (id: string, text: string, more: Partial<Block> = {}): Block => ({
  id,
  kind: 'own',
  section: 'JG',
  opens: false,
  hidden: false,
  pinned: false,
  parts: [text],
  origin: null,
  ...more,
});

describe('before 定稿', () => {
  const review = (blocks: Block[], today = narrated): Finding[] => {
    const candidates = candidatesOf(today.input);
    return reviewBlocks(blocks, today, (block) => unlinkedIn(block, candidates, []));
  };
  const kinds = (blocks: Block[], today = narrated) =>
    review(blocks, today).map(({ kind, text, against }) => [kind, text, against]);
  const withBlock = (block: Block) =>
    narrated.blocks.map((one) => (one.id === block.id ? block : one));
  const retyped = (typed: string) => {
    const chip = competitions.parts.find(isChip)!;
    return {
      ...competitions,
      parts: joinParts(competitions.parts.map((part) => (part === chip ? typed : part))),
    };
  };

  test('a text as it is generated needs nothing', () => expect(kinds(narrated.blocks)).toEqual([]));

  test('a number typed over one of the report is held against it', () => {
    expect(kinds(withBlock(retyped('99场次')))).toEqual([['contradiction', '99场次', '1695场次']]);
    expect(kinds(withBlock(retyped('99场次')), narrate('hn', { JG001: '1700' }))[0]).toEqual([
      'stale',
      expect.stringContaining('99场次'),
      null,
    ]);
  });

  test('a number taken out leaves a gap that is named', () => {
    expect(kinds(withBlock(retyped('')))).toEqual([['gap', '竞赛▢，参', null]]);
  });

  test('a number in own words beside an indicator that says something else', () => {
    const words = own('own.1', '全市举办劳动竞赛500场次。');
    expect(kinds([...narrated.blocks, words])).toEqual([['contradiction', '500场次', '1695场次']]);
    expect(kinds([...narrated.blocks, own('own.1', '走访了47户人家。')])).toEqual([
      ['unsourced', '47户', null],
    ]);
  });

  test('a rank that no figure says', () => {
    expect(kinds([...narrated.blocks, own('own.1', '工会组建率居全省第一。')])).toEqual([
      ['claim', '全省第一', null],
    ]);
    const ranked = own('own.1', '', { parts: ['居全市', { ref: 'r', text: '第一位' }, '。'] });
    expect(kinds([...narrated.blocks, ranked]).map(([kind]) => kind)).not.toContain('claim');
  });

  test('sentences that do not end, headings without a text', () => {
    expect(kinds([...narrated.blocks, own('own.1', '没有写完', { opens: true })])).toEqual([
      ['no-stop', '没有写完', null],
    ]);
    const heading = narrated.blocks.find(({ kind }) => kind === 'heading')!;
    expect(kinds([...narrated.blocks, { ...heading, id: 'h', parts: ['九、空的'] }])).toEqual([
      ['empty-heading', '九、空的', null],
    ]);
    // A paragraph may be put together from pieces that go on.
    expect(
      kinds([...narrated.blocks, own('a', '一方面抓学习，'), own('b', '另一方面抓落实。')]),
    ).toEqual([]);
  });

  test('what is hidden is not gone through', () => {
    const hidden = { ...retyped('99场次'), hidden: true };
    expect(kinds(withBlock(hidden))).toEqual([]);
  });

  test.each(['hn', 'hz', 'jh', 'ts', 'xz'])('%s as generated needs nothing', (document) => {
    const of = narrate(document);
    // Numbers in the words of the reporters are theirs, and nobody vouches for them.
    expect(kinds(blocksOf(of.summary), of).filter(([kind]) => kind !== 'unsourced')).toEqual([]);
  });
});
