// Golden texts: read the files in golden/ as a reader would; `npx vitest run lib/domain/units-summary -u` writes them
// anew.
import { describe, expect, test } from 'vitest';
import { findUnsourcedNumbers } from '../reader/find-unsourced';
import { parsePeriodCode, type Period } from '../tree/period';
import type { SourceReport } from '../comparison/source';
import type { Summary } from '../summary/summary';
import type { UnitsInput } from './units-input';
import { summariseUnits } from './summarise-units';
import { situations } from './test-units-situations';

describe('made-up situations', () => {
  test.each(Object.entries(situations))('%s', async (name, given) => {
    const summary = summariseUnits(given) as Summary;
    await expect(proseOf(summary)).toMatchFileSnapshot(`./golden/${name}.md`);
    expect(
      findUnsourcedNumbers(
        summary.paragraphs,
        given.units.map((unit) => unit.name.replace('总工会', '')),
      ),
    ).toEqual([]);
  });

  test('a report of a full year is not set beside parts of years', () => {
    const given = situations['part-year'] as UnitsInput;
    const foreign = {
      ...(given.reports[0] as SourceReport),
      unit: '990005',
      period: parsePeriodCode('2021') as Period,
    };
    const withYear = {
      ...given,
      reports: [...given.reports.filter(({ unit }) => unit !== '990005'), foreign],
    };
    const summary = summariseUnits(withYear) as Summary;
    expect(proseOf(summary)).toContain('青湖县未报');
    expect(JSON.stringify(summary.units)).not.toContain('"period":"2021"');
  });

  test('nobody has reported: nothing is stated', () => {
    expect(
      summariseUnits({ ...(situations['ten-counties'] as UnitsInput), reports: [] }),
    ).toBeNull();
  });
});

function proseOf({ paragraphs }: Summary): string {
  const marks = { title: '# ', heading: '## ', body: '' };
  return `${paragraphs.map(({ kind, segments }) => marks[kind] + segments.map(({ text }) => text).join('')).join('\n\n')}\n`;
}
