import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isChip } from '../desk/manuscript';
import { paragraphsOf } from '../desk/paragraphs';
import { verifyText } from '../reader/verify/verify-text';
import { writeText, type Years } from './test-written-on';

// 演示数据: written for these tests.
const report = `2020年全市工会工作总结
一、组织建设
截至2020年底，全市共有基层工会1210家，比上年增长2.5%；工会会员12.6万人，其中女会员5.1万人。会员由2019年的12.3万人增加到12.6万人。工会组建率提高到93.5%，同比提高1.2个百分点。
二、维权服务
全年受理劳动争议案件86件，同比下降14%。走访慰问困难家庭640户，发放慰问款128.5万元，比2019年增加8.5万元。
今年5月，召开第三届职工运动会。
三、其他
全年印发简报36期。`;

const then: Years = {
  '2019': {
    ZZ001: '1180家',
    ZZ025: '12.3万人',
    ZZ026: '4.9万人',
    ZZ022: '92.3',
    FL009: '100',
    BF007: '600',
    BF008: '120万元',
  },
  '2020': {
    ZZ001: '1210家',
    ZZ025: '12.6万人',
    ZZ026: '5.1万人',
    ZZ022: '93.5',
    FL009: '86',
    BF007: '640',
    BF008: '128.5万元',
  },
};

test('with the figures it was written of, a text comes out as it is, its numbers linked', () => {
  const { text, blocks, asides } = writeText(report, then, '2020', '2020');
  expect(text).toBe(report);
  expect(asides).toEqual([]);
  const chips = blocks.flatMap(({ parts }) => parts.filter(isChip)).map((chip) => chip.text);
  expect(chips).toEqual([
    '1210家',
    '2.5%',
    '12.6万人',
    '5.1万人',
    '12.3万人',
    '12.6万人',
    '93.5%',
    '1.2个百分点',
    '86件',
    '14%',
    '640户',
    '128.5万元',
    '8.5万元',
  ]);
});

test('what cleaning a text changes in it stays changed', () => {
  const { text } = writeText(
    '全年受理劳动争议案件86 件(次),同比下降１４％。',
    then,
    '2020',
    '2020',
  );
  expect(text).toBe('全年受理劳动争议案件86件（次），同比下降14%。');
});

test('with new figures the words follow, and what cannot be true is kept aside', () => {
  const now = {
    ZZ001: '1150',
    ZZ025: '118900',
    ZZ026: '48000',
    ZZ022: '91.3',
    FL009: '94',
    BF007: '655',
    BF008: '110万元',
  };
  const written = writeText(report, { ...then, '2021': now }, '2020', '2021');
  expect(written.text).toBe(`2021年全市工会工作总结
一、组织建设
截至2021年底，全市共有基层工会1150家，比上年下降5.0%；工会会员11.9万人，其中女会员4.8万人。会员由2020年的12.6万人减少到11.9万人。工会组建率下降到91.3%，同比下降2.2个百分点。
二、维权服务
全年受理劳动争议案件94件，同比增长9.3%。走访慰问困难家庭655户，发放慰问款110万元，比2020年减少18.5万元。
【今年5月】，召开【第三届】职工运动会。
三、其他`);
  expect(written.asides).toEqual([
    expect.objectContaining({ text: '全年印发简报36期。', why: 'no-home' }),
  ]);
  expect(written.dated).toBe(2);
});

/** Of one sentence of 2020 over 100 of 2019 and 120 of 2020, by what it was in 2021. */
const followed: [string, string, string | null][] = [
  ['全年受理劳动争议案件120件，同比增长20%。', '120', '全年受理劳动争议案件120件，同比持平。'],
  ['全年受理劳动争议案件120件，比上年增长20%。', '120', '全年受理劳动争议案件120件，与上年持平。'],
  [
    '全年受理劳动争议案件120件，比上年增加20件。',
    '90',
    '全年受理劳动争议案件90件，比上年减少30件。',
  ],
  ['受理劳动争议案件增加到120件。', '90', '受理劳动争议案件减少到90件。'],
  ['受理劳动争议案件增至120件。', '90', '受理劳动争议案件降至90件。'],
  ['受理劳动争议案件增至120件。', '120', '受理劳动争议案件保持在120件。'],
  [
    '受理劳动争议案件达到120件，较2019年净增20件。',
    '90',
    '受理劳动争议案件达到90件，较2020年净减30件。',
  ],
  ['工会会员稳步增加，达到120人。', '90', '工会会员减少，达到90人。'],
  ['受理劳动争议案件由100件增加到120件。', '90', '受理劳动争议案件由120件减少到90件。'],
  ['受理劳动争议案件由100件增加到120件。', '120', null],
  ['受理劳动争议案件120余件。', '90', null],
  ['全年受理劳动争议案件120件，位居全省第一。', '130', null],
  ['连续三年受理劳动争议案件120件。', '130', null],
];

describe('one sentence', () => {
  test.each(followed)('%s of %s', (text, value, right) => {
    const years = {
      '2019': { FL009: '100', ZZ025: '100' },
      '2020': { FL009: '120', ZZ025: '120' },
      '2021': { FL009: value, ZZ025: value },
    };
    const { blocks, asides } = writeText(text, years, '2020', '2021');
    const own = blocks.filter(({ id, hidden }) => id.startsWith('on.') && !hidden);
    const said = own.map(({ parts }) =>
      parts.map((part) => (isChip(part) ? part.text : part)).join(''),
    );
    expect(said.join('') || null).toBe(right);
    expect(asides.length).toBe(right === null ? 1 : 0);
  });
});

test('a rate that fell and now rises is raised by points', () => {
  const years = { '2019': { ZZ022: '92.3' }, '2020': { ZZ022: '91.3' }, '2021': { ZZ022: '93.5' } };
  const text = '工会组建率下降到91.3%，同比下降1个百分点。';
  expect(writeText(text, years, '2020', '2021').text).toBe(
    '工会组建率提高到93.5%，同比提高2.2个百分点。',
  );
});

const codes = ['ZZ001', 'ZZ025', 'ZZ026', 'ZZ022', 'FL009', 'BF007', 'BF008'] as const;
const count = fc.oneof(
  fc.constantFrom(
    '0',
    '1',
    '9',
    '10',
    '99',
    '100',
    '999',
    '9999',
    '10000',
    '12345',
    '128500',
    '99999999',
  ),
  fc.nat(200_000).map(String),
);
const rate = fc.integer({ min: 0, max: 1000 }).map((tenths) => (tenths / 10).toFixed(1));
/** Any figures of a new year: anything, the same as before, all falling, or not there. */
const newYear = fc
  .record({
    way: fc.constantFrom('any', 'same', 'falling', 'halves'),
    counts: fc.array(count, { minLength: 7, maxLength: 7 }),
    rate,
    missing: fc.subarray([...codes]),
  })
  .map(({ way, counts, rate: percent, missing }) => {
    const before = then['2020'] as Record<string, string>;
    const values = codes.map((code, place): [string, string] => {
      if (way === 'same') return [code, before[code] as string];
      if (way === 'falling') return [code, code === 'ZZ022' ? '80' : '7'];
      return [code, code === 'ZZ022' ? percent : (counts[place] as string)];
    });
    return Object.fromEntries(
      values.filter(([code]) => way !== 'halves' || !missing.includes(code as 'ZZ001')),
    );
  });

test('whatever the new figures are, the text says nothing that is not so', () => {
  const shares = { kept: 0, reworded: 0, aside: 0 };
  const seeds = fc.sample(newYear, {
    numRuns: Number(process.env.GONGBAO_WRITE_ON ?? 40),
    seed: 5,
  });
  const lies = seeds.flatMap((now) => {
    const { blocks, sources, input, kept, reworded, asides } = writeText(
      report,
      { ...then, '2021': now },
      '2020',
      '2021',
    );
    shares.kept += kept;
    shares.reworded += reworded;
    shares.aside += asides.length;
    return verifyText(paragraphsOf({ blocks, sources }), input).lies.map(
      ({ sentence, words, why }) => `${sentence} | ${words}: ${why} ${JSON.stringify(now)}`,
    );
  });
  expect(lies).toEqual([]);
  // A text that is put aside as a whole would say nothing false either.
  expect(shares.kept + shares.reworded).toBeGreaterThan(2 * shares.aside);
});
