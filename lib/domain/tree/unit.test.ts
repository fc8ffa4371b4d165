import { describe, expect, it } from 'vitest';
import { codesIn, depthOf, inTreeOrder, isWithin, levelsBelow, lineageOf } from './unit';

const province = lineageOf('320000', null);
const city = lineageOf('320900', province);
const county = lineageOf('320925', city);

describe('lineage', () => {
  it('holds the codes from the top down', () => {
    expect(county).toBe('/320000/320900/320925/');
    expect(codesIn(county)).toEqual(['320000', '320900', '320925']);
    expect([province, city, county].map(depthOf)).toEqual([0, 1, 2]);
  });

  it('answers what stands within what', () => {
    expect([isWithin(county, city), isWithin(city, city), isWithin(city, county)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(isWithin(lineageOf('3209', null), lineageOf('320', null))).toBe(false);
  });

  it('orders a tree: each unit, then those below it', () => {
    const units = [
      lineageOf('320300', province),
      county,
      province,
      lineageOf('320924', city),
      city,
    ].map((lineage) => ({ lineage }));
    expect(inTreeOrder(units).map(({ lineage }) => codesIn(lineage).at(-1))).toEqual([
      '320000',
      '320300',
      '320900',
      '320924',
      '320925',
    ]);
  });

  it('a level is followed by those below it', () => {
    expect(levelsBelow('province')).toEqual(['city', 'county']);
    expect(levelsBelow('county')).toEqual([]);
  });
});
