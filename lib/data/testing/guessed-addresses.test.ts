// What is not the viewer's is not found by any function, whatever stands in the address.
import { beforeAll, describe, expect, test } from 'vitest';
import { periodBetween } from '@/lib/domain/tree/period';
import { roles } from '@/lib/domain/access/policy';
import { noDecisions } from '@/lib/domain/sheet/mapping';
import { accept, release } from '../review/acceptance';
import { withdraw } from '../submission/withdraw';
import type { Viewer } from '../database/access';
import { revokeToken } from '../people/access-tokens';
import { listChosenIndicators } from '../catalogue/catalogue';
import { db } from '../database/client';
import { addCoverScan, findCover, findCoverScan, readCoverScan } from '../submission/covers';
import { listDraftMarks, saveDraftMark } from '../review/draft-marks';
import { listEvents } from '../report/events';
import { addEvidence, listEvidence, readEvidence, removeEvidence } from '../figures/evidence';
import { explain } from '../figures/explain-check';
import { askExtension, decideExtension, findExtensions } from '../report/extensions';
import { findFigureChanges } from '../figures/changes';
import { findHistories } from '../figures/histories';
import { saveTogether, importFigures } from '../figures/save-together';
import { fillSection } from '../figures/fill-section';
import { saveFigures } from '../figures/save-figures';
import { findForm, findStampedForm } from '../figures/form';
import { findImportPlan } from '../imports/import-plan';
import { listImportedFigures, undoImport } from '../imports/undo';
import { writeImport } from '../imports/write';
import {
  decideImport,
  findImport,
  listImports,
  listRemembered,
  openImport,
} from '../imports/imports';
import { answerMark, findThreads, replyToMark, settleMark } from '../review/marks';
import { findPeers } from '../figures/peer-figures';
import { findProgress } from '../report/progress';
import {
  countProposals,
  listProposals,
  refuseProposal,
  takeProposal,
} from '../interface/proposals';
import { removeReminderRule } from '../reminders/rules';
import { remind } from '../reminders/reminders';
import { answerReopening, askToOpen, listReopenings, openAllCells } from '../review/reopenings';
import { findReport, listReports } from '../report/reports';
import { approve, compareSubmissions, returnForChanges } from '../review/reviews';
import { findRollUp } from '../rollup/rollup';
import { setCoverage } from '../rollup/hand-totals';
import { findRollUpCells } from '../rollup/cells';
import {
  findReadiness,
  sendBack,
  sendForSignature,
  signAndSubmit,
} from '../submission/submissions';
import { findSummary, findTrace, listSummaryScopes } from '../summary/summaries';
import { takeBack } from '../submission/take-back';
import { findTargets } from '../figures/targets';
import { expectedOf, outcomeOf } from './test-access';
import { laterDay, openWorld, reportAt, world, year } from './test-reports';
import type { UnitKey } from './test-world';
import { inTransaction } from '../database/transaction';
import { findUnitsSummary, listUnitsScopes } from '../summary/units-summary';
import { saveNote } from '../figures/work-notes';

const edit = { indicator: 'SX001', revision: 1, typed: '1' };

beforeAll(openWorld);

const pdf = { name: '台账.pdf', content: new Uint8Array(Buffer.from('%PDF-1.7')) };

describe('an address that was guessed', () => {
  const reads: Record<string, (viewer: Viewer, id: string) => Promise<unknown>> = {
    findReport: (viewer, id) => findReport(viewer, id),
    findForm: (viewer, id) => findForm(viewer, id),
    findStampedForm: (viewer, id) => findStampedForm(viewer, id),
    addEvidence: (viewer, id) => addEvidence(viewer, id, 'SX001', pdf),
    listEvidence: async (viewer, id) => (await listEvidence(viewer, id, 1))[0] ?? null,
    readEvidence: (viewer, id) => readEvidence(viewer, id),
    removeEvidence: (viewer, id) => removeEvidence(viewer, id),
    findCover: (viewer, id) => findCover(viewer, id, 1),
    findCoverScan: (viewer, id) => findCoverScan(viewer, id, 1),
    readCoverScan: (viewer, id) => readCoverScan(viewer, id, 1),
    addCoverScan: (viewer, id) =>
      addCoverScan(viewer, id, 1, { fingerprint: '0'.repeat(16), file: pdf }),
    findFigureChanges: (viewer, id) => findFigureChanges(viewer, id, new Date(0)),
    findPeers: async (viewer, id) =>
      (
        await findPeers(viewer, { id, period: periodBetween('year', `${year}-01`, `${year}-12`) })
      ).get('SX001') ?? null,
    findHistories: async (viewer, id) =>
      (await findHistories(viewer, id, ['SX001'])).get('SX001') ?? null,
    findReadiness: (viewer, id) => findReadiness(viewer, id),
    listEvents: async (viewer, id) => (await listEvents(viewer, id))[0] ?? null,
    saveFigures: (viewer, id) =>
      saveFigures(viewer, id, [{ indicator: 'SX001', revision: 1, typed: '1' }]),
    importFigures: (viewer, id) => importFigures(viewer, id, [edit], '表.xlsx'),
    saveTogether: (viewer, id) =>
      inTransaction((tx) => saveTogether(tx, viewer, id, [edit], 'report.backfill')),
    saveTarget: (viewer, id) =>
      saveFigures(viewer, id, [{ indicator: 'SX001', measure: 'target', revision: 0, typed: '1' }]),
    findTargets: (viewer, id) => findTargets(viewer, id),
    saveNote: (viewer, id) =>
      saveNote(viewer, id, { section: 'SX', kind: 'measures', text: '开展宣讲', revision: 0 }),
    fillSection: (viewer, id) => fillSection(viewer, id, 'SX', 'zero', null),
    explain: (viewer, id) => explain(viewer, id, 'JY001', '含上年结转的建议'),
    sendForSignature: (viewer, id) => sendForSignature(viewer, id),
    sendBack: (viewer, id) => sendBack(viewer, id, '请核对'),
    signAndSubmit: (viewer, id) => signAndSubmit(viewer, id),
    approve: (viewer, id) => approve(viewer, id, 1),
    returnForChanges: (viewer, id) =>
      returnForChanges(viewer, id, 1, { reason: '请核对', marks: [] }),
    takeBack: (viewer, id) => takeBack(viewer, id, 1, '看错了一行'),
    accept: (viewer, id) => accept(viewer, id, 1),
    release: (viewer, id) => release(viewer, id, 1),
    withdraw: (viewer, id) => withdraw(viewer, id, 1, '发现一处填错'),
    saveDraftMark: (viewer, id) => saveDraftMark(viewer, id, 1, 'SX001', '请核对'),
    listDraftMarks: async (viewer, id) => (await listDraftMarks(viewer, id))[0] ?? null,
    findThreads: async (viewer, id) => (await findThreads(viewer, id)).get('SX001') ?? null,
    answerMark: (viewer, id) => answerMark(viewer, id, 'SX001', '已与台账核对'),
    replyToMark: (viewer, id) => replyToMark(viewer, id, 'SX001', '请补充台账'),
    settleMark: (viewer, id) => settleMark(viewer, id, 'SX001'),
    askToOpen: (viewer, id) => askToOpen(viewer, id, 'SX001', '与标注的数据有关'),
    answerReopening: (viewer, id) => answerReopening(viewer, id, 'SX001', true),
    openAllCells: (viewer, id) => openAllCells(viewer, id),
    listReopenings: async (viewer, id) => (await listReopenings(viewer, id))[0] ?? null,
    compareSubmissions: (viewer, id) => compareSubmissions(viewer, id, 1, 1),
    askExtension: (viewer, id) =>
      askExtension(viewer, id, { day: laterDay, reason: '台账还在核对' }),
    decideExtension: (viewer, id) => decideExtension(viewer, id, { day: laterDay, answer: '同意' }),
    findExtensions: (viewer, id) => findExtensions(viewer, id),
    remind: (viewer, id) => remind(viewer, [id], '请尽快报送'),
    setCoverage: (viewer, id) => setCoverage(viewer, id, 'whole'),
    removeReminderRule: (viewer, id) => removeReminderRule(viewer, id),
    revokeToken: (viewer, id) => revokeToken(viewer, id),
    listProposals: (viewer, id) => listProposals(viewer, id),
    countProposals: async (viewer, id) => (await countProposals(viewer, id)) || null,
    takeProposal: (viewer, id) => takeProposal(viewer, id, ''),
    refuseProposal: (viewer, id) => refuseProposal(viewer, id),
  };
  test.each(Object.keys(reads))('%s finds nothing', async (name) => {
    const foreign = await reportAt('otherCounty', 'signed');
    const everything = { ...world.viewer('city', 'reporter'), roles: [...roles] };
    for (const id of [foreign, '00000000-0000-7000-8000-000000000000', '1', "x' OR 1=1", ''])
      expect(await outcomeOf(() => reads[name]!(everything, id))).toBe('not-found');
  });

  test('an import is there for those of its unit who read drafts, and for nobody else', async () => {
    const sheets = [
      {
        name: '表',
        isHidden: false,
        rows: [
          ['指标', String(year + 1)],
          ['ZZ001', '7'],
        ],
      },
    ];
    await reportAt('county', 'draft');
    const id = await openImport(world.viewer('county', 'reporter'), { name: '年鉴.xlsx', sheets });
    for (const role of roles) {
      for (const unit of ['county', 'city', 'province', 'neighbour', 'otherCounty'] as const) {
        const viewer = world.viewer(unit, role);
        const mayRead = unit === 'county' && expectedOf('report.readDraft', role, 'own') === 'done';
        const mayWrite = unit === 'county' && role === 'reporter';
        const seen = [
          (await findImport(viewer, id)) !== null,
          (await findImportPlan(viewer, id)) !== null,
          (await listImports(viewer)).some((row) => row.id === id),
        ];
        expect([unit, role, seen]).toEqual([unit, role, [mayRead, mayRead, mayRead]]);
        expect([
          unit,
          role,
          await outcomeOf(() => openImport(viewer, { name: 'a.csv', sheets })),
        ]).toEqual([unit, role, role === 'reporter' ? 'done' : 'refused']);
        if (mayWrite) continue;
        for (const work of [
          () => decideImport(viewer, id, noDecisions),
          () => writeImport(viewer, id, ''),
          () => undoImport(viewer, id),
        ])
          expect([unit, role, await outcomeOf(work)]).toEqual([
            unit,
            role,
            mayRead ? 'refused' : 'not-found',
          ]);
        expect(await listImportedFigures(viewer, id)).toEqual([]);
        expect(unit === 'county' || (await listRemembered(viewer)).length === 0).toBe(true);
      }
    }
    const reporter = world.viewer('county', 'reporter');
    for (const guess of ['1', "x' OR 1=1", '', '00000000-0000-7000-8000-000000000000'])
      for (const work of [
        () => findImport(reporter, guess),
        () => findImportPlan(reporter, guess),
        () => decideImport(reporter, guess, noDecisions),
        () => writeImport(reporter, guess, ''),
        () => undoImport(reporter, guess),
      ])
        expect(await outcomeOf(work)).toBe('not-found');
  });

  test('a summary, its sources and the chosen indicators of another city are not there', async () => {
    const viewer = { ...world.viewer('city', 'reporter'), roles: [...roles] };
    const own = await reportAt('city', 'signed');
    await reportAt('otherCity', 'signed');
    const [period, unit] = [String(year - 1), world.unit.otherCity.code];
    expect(await findSummary(viewer, { unit, period: String(year) })).toBeNull();
    expect(
      await findTrace(viewer, { unit, period: String(year), indicator: 'SX001', submission: 1 }),
    ).toBeNull();
    expect(
      await findTrace(viewer, {
        unit: viewer.unit.code,
        period,
        indicator: 'SX001',
        submission: 1,
      }),
    ).toMatchObject({ figure: { value: '0' } });
    expect(
      await findTrace(viewer, {
        unit: viewer.unit.code,
        period,
        indicator: 'SX001',
        submission: 2,
      }),
    ).toBeNull();
    expect((await listSummaryScopes(viewer)).map((scope) => scope.unit.code)).not.toContain(unit);
    expect(await listChosenIndicators(viewer, unit)).toEqual([]);
    const choice = { unit, period: String(year), basis: 'then', standing: 'submitted' } as const;
    expect(await findRollUp(viewer, choice)).toBeNull();
    expect(await findRollUp({ ...viewer, unit: world.unit.otherCity }, choice)).not.toBeNull();
    expect(await findRollUpCells(viewer, choice, 'SX001')).toBeNull();
    expect(await findProgress(viewer, { unit, period: String(year) })).toBeNull();
    expect(await findReport(viewer, own)).not.toBeNull();
  });

  test('units side by side are there for who stands at or above the unit over them, whatever the role', async () => {
    await reportAt('county', 'signed');
    const id = await world.report('neighbour', String(year));
    const { personId } = world.viewer('neighbour', 'reporter');
    const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: id } });
    await db.$executeRaw`INSERT INTO "figure" ("submission_id", "indicator_code", "answer", "value", "entered_by_id")
      VALUES (${submissionId}::uuid, 'SX001', 'number', 7, ${personId}::uuid)`;
    await db.submission.update({
      where: { id: submissionId },
      data: { sentAt: new Date(), sentById: personId, signedAt: new Date(), signedById: personId },
    });
    const key = { unit: world.unit.city.code, period: String(year) };
    const seen: [UnitKey, boolean][] = [
      ['city', true],
      ['province', true],
      ['county', false],
      ['neighbour', false],
      ['otherCity', false],
      ['otherCounty', false],
    ];
    for (const role of roles) {
      for (const [unit, expectation] of seen) {
        const viewer = world.viewer(unit, role);
        expect([unit, role, (await findUnitsSummary(viewer, key)) !== null]).toEqual([
          unit,
          role,
          expectation,
        ]);
        expect([
          unit,
          role,
          (await listUnitsScopes(viewer)).some(
            (scope) =>
              scope.unit.code === key.unit && scope.periods.some(({ code }) => code === key.period),
          ),
        ]).toEqual([unit, role, expectation]);
      }
    }
    for (const code of ["x' OR 1=1", '', world.unit.otherCity.code])
      expect(
        await findUnitsSummary(world.viewer('city', 'reviewer'), { ...key, unit: code }),
      ).toBeNull();
  });

  test('without a role nothing is there', async () => {
    const viewer = { ...world.viewer('city', 'reporter'), roles: [] };
    const id = await reportAt('city', 'signed');
    expect(await findReport(viewer, id)).toBeNull();
    expect(await listReports(viewer, String(year))).toEqual([]);
    expect(await findSummary(viewer, { unit: viewer.unit.code, period: String(year) })).toBeNull();
    expect(await listSummaryScopes(viewer)).toEqual([]);
    expect(await listUnitsScopes(viewer)).toEqual([]);
    expect(
      await findUnitsSummary(viewer, { unit: viewer.unit.code, period: String(year) }),
    ).toBeNull();
  });
});
