import { expect, test } from 'vitest';
import { evaluateChecks } from '@/lib/domain/checks/checks';
import { standardCatalogue as catalogue } from '../catalogue/standard-catalogue';
import { documentReports } from './document-reports';
import { scenes, type Scene } from './scenes';

const all = scenes(catalogue);
const find = (unit: string, period: string) =>
  all.find((scene) => scene.unit === unit && scene.period === period) as Scene;
const numbersOf = (scene: Scene | undefined) =>
  new Map(
    scene?.figures.flatMap(({ indicator, measure, value }) =>
      measure === 'level' && value !== null ? [[indicator, value] as const] : [],
    ),
  );

test('the five published reports hold their 309 printed figures', () => {
  const ids = documentReports().flatMap((report) => [...report.ids.values()].flat());
  const of = (document: string) => ids.filter((id) => id.startsWith(document)).length;
  expect(['xz', 'hz', 'jh', 'hn', 'ts'].map(of)).toEqual([84, 73, 51, 66, 35]);
  expect(new Set(ids).size).toBe(309);
});

test('published figures stand unaltered in their reports', () => {
  for (const report of documentReports()) {
    expect(find(report.unit, report.period.code).figures).toEqual(
      expect.arrayContaining(report.figures),
    );
  }
});

test('only reports without a published source are made up, and they say so', () => {
  for (const scene of all)
    expect([scene.madeUp, scene.note === '演示数据']).toEqual([
      scene.source === null,
      scene.source === null,
    ]);
});

test('what no publication prints is marked as made up, figure by figure', () => {
  for (const report of documentReports()) {
    const printed = new Set(
      report.figures.map((figure) => `${figure.indicator} ${figure.measure}`),
    );
    const added = find(report.unit, report.period.code).figures.filter(
      ({ indicator, measure }) => !printed.has(`${indicator} ${measure}`),
    );
    expect(added.filter(({ note }) => note !== '演示数据')).toEqual([]);
  }
});

test('the open report leaves a reader of the tour two sections to type, and no figure is out of reach', () => {
  const { figures } = find('320925', '2021');
  const core = catalogue.indicators.filter((indicator) => indicator.core);
  const answered = new Set(figures.map(({ indicator }) => indicator));
  const blank = core.filter(({ code, numerator }) => !answered.has(code) && numerator === null);
  expect([...new Set(blank.map(({ section }) => section))]).toEqual(['SX', 'HT']);
  expect(figures.every(({ answer }) => answer === 'number')).toBe(true);
});

test('the year before agrees with the fall that 淮南 prints: 262 after a fall of 43.29 %', () => {
  const before = Number(numbersOf(find('340400', '2021')).get('FL018'));
  const now = Number(numbersOf(find('340400', '2022')).get('FL018'));
  expect([before, now, ((now / before - 1) * 100).toFixed(2)]).toEqual([462, 262, '-43.29']);
});

test('made-up reports break no check of the indicators on their form but those they explain', () => {
  const broken = all
    .filter(({ madeUp, explanations }) => madeUp || explanations.length > 0)
    .flatMap((scene) => {
      const current = numbersOf(scene);
      const checks = catalogue.checks.filter((check) =>
        [...check.left, ...check.right].every(({ code }) => !code || current.has(code)),
      );
      const previous = numbersOf(find(scene.unit, String(Number(scene.period) - 1)));
      const failing = evaluateChecks(checks, current, previous).map(({ check }) => check.code);
      expect(failing).toEqual(expect.arrayContaining(scene.explanations.map(({ check }) => check)));
      return failing
        .filter((code) => !scene.explanations.some(({ check }) => check === code))
        .map((code) => `${scene.unit} ${scene.period} ${code}`);
    });
  expect(broken).toEqual([]);
});

test('the same world comes out every time', () => {
  expect(scenes(catalogue)).toEqual(all);
});
