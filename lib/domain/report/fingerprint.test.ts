import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalText,
  fingerprintGroups,
  isFingerprint,
  type SubmissionContents,
} from './fingerprint';

const figure = (indicator: string, value: string | null) => ({
  indicator,
  measure: 'level' as const,
  answer: value === null ? ('blank' as const) : ('number' as const),
  value,
  shown: null,
  qualifier: '' as const,
  baseYear: null,
  asOf: null,
  from: null,
  scopeNote: null,
  note: null,
});
const contents: SubmissionContents = {
  unit: '320925',
  period: '2021',
  number: 1,
  signedAt: 1640995200000,
  signedBy: 'a',
  cosignedBy: null,
  figures: [figure('SX001', '3'), figure('SX002', null)],
  notes: [{ section: 'SX', kind: 'measures', text: '开展宣讲' }],
  explanations: [{ check: 'JY001', text: '含上年结转' }],
  evidence: [{ indicator: 'SX001', name: '台账.pdf', sha256: 'ab' }],
};

test('the order in which contents were read does not matter', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 30 }),
      fc.integer(),
      (codes, turn) => {
        const figures = codes.map((code) => figure(`SX${code}`, String(code)));
        const at = Math.abs(turn) % figures.length;
        const turned = [...figures.slice(at), ...figures.slice(0, at)].reverse();
        expect(canonicalText({ ...contents, figures: turned })).toBe(
          canonicalText({ ...contents, figures }),
        );
      },
    ),
  );
});

describe('another text for', () => {
  const others: Record<string, SubmissionContents> = {
    'another unit': { ...contents, unit: '320926' },
    'another period': { ...contents, period: '2022' },
    'another submission': { ...contents, number: 2 },
    'another moment': { ...contents, signedAt: contents.signedAt + 1 },
    'a second signature': { ...contents, cosignedBy: 'c' },
    'another signatory': { ...contents, signedBy: 'b' },
    'another value': { ...contents, figures: [figure('SX001', '4'), figure('SX002', null)] },
    'nothing instead of 0': { ...contents, figures: [figure('SX001', '3'), figure('SX002', '0')] },
    'a figure less': { ...contents, figures: [figure('SX001', '3')] },
    'another qualifier': {
      ...contents,
      figures: [{ ...figure('SX001', '3'), qualifier: '约' }, figure('SX002', null)],
    },
    'another note': {
      ...contents,
      figures: [{ ...figure('SX001', '3'), note: '含基层' }, figure('SX002', null)],
    },
    'other work notes': { ...contents, notes: [] },
    'another explanation': {
      ...contents,
      explanations: [{ check: 'JY001', text: '含上年结转。' }],
    },
    'another file behind a figure': {
      ...contents,
      evidence: [{ indicator: 'SX001', name: '台账.pdf', sha256: 'ac' }],
    },
  };
  test.each(Object.keys(others))('%s', (name) => {
    expect(canonicalText(others[name]!)).not.toBe(canonicalText(contents));
  });
});

describe('what is typed from the sheet', () => {
  const fingerprint = '3f2a91bc07de55a1'.repeat(4);
  test.each([
    ['all of it', fingerprint, true],
    ['as it is printed', fingerprintGroups(fingerprint).join(' '), true],
    ['its first four groups', '3F2A 91BC 07DE 55A1', true],
    ['in full width', '３Ｆ２Ａ　９１ＢＣ－０７ＤＥ－５５Ａ１', true],
    ['three groups', '3F2A 91BC 07DE', false],
    ['one digit wrong', '3F2A 91BC 07DE 55A2', false],
    ['nothing', '', false],
    ['more than all', `${fingerprint}0`, false],
  ])('%s', (_case, typed, expected) => {
    expect(isFingerprint(typed, fingerprint)).toBe(expected);
  });
});
