import { beforeAll, describe, expect, test } from 'vitest';
import { explain } from '../figures/explain-check';
import { findForm } from '../figures/form';
import { fillSection } from '../figures/fill-section';
import { importFigures } from '../figures/save-together';
import { saveFigures } from '../figures/save-figures';
import { saveNote } from '../figures/work-notes';
import { returnForChanges } from '../review/reviews';
import { fillAll, makeWorld, type World } from '../testing/test-world';
import { sendBack, sendForSignature, signAndSubmit } from './submissions';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const note = { section: 'SX', kind: 'measures' } as const;
const said = '含上年结转的建议';

/** Two people have submission 1 before them; one of them saves, it is signed and returned. */
async function returned(period: string) {
  const id = await world.report('county', period);
  const [early, colleague] = [
    world.viewer('county', 'reporter'),
    await world.person('county', ['reporter']),
  ];
  await fillAll(early, id);
  await saveNote(early, id, { ...note, text: '先写的', revision: 0 });
  await saveFigures(colleague, id, [
    { indicator: 'SX001', submission: 1, revision: 1, typed: '8' },
    // More proposals answered than made, which asks for a word.
    { indicator: 'JG008', submission: 1, revision: 1, typed: '6' },
  ]);
  await saveNote(colleague, id, { ...note, text: '后写的', revision: 1, submission: 1 });
  await explain(colleague, id, 'JY001', said);
  await sendForSignature(early, id, { submission: 1 });
  const sentAt = (await findForm(early, id))!.submission.sentAt!;
  await signAndSubmit(world.viewer('county', 'signatory'), id, { submission: 1, sentAt });
  await returnForChanges(world.viewer('city', 'reviewer'), id, 1, { reason: '请核对', marks: [] });
  return { id, early, colleague };
}

describe('a page that stands open while a report is returned', () => {
  test('overwrites no figure of a colleague, whichever submission it names', async () => {
    const { id, early, colleague } = await returned('2021');
    const theirs = {
      outcome: 'conflict',
      figure: { value: '8', enteredBy: colleague.name },
      submission: 2,
    };
    const edit = { indicator: 'SX001', revision: 1, typed: '9' };
    expect(await saveFigures(early, id, [edit])).toMatchObject([theirs]);
    expect(await saveFigures(early, id, [{ ...edit, submission: 1 }])).toMatchObject([theirs]);
    expect(await saveFigures(early, id, [{ ...edit, submission: 2 }])).toMatchObject([theirs]);
    // What was seen in the submission that is gone has to be looked at again, also where it stands as it was.
    expect(
      await saveFigures(early, id, [{ ...edit, indicator: 'SX002', submission: 1 }]),
    ).toMatchObject([{ outcome: 'conflict', figure: { value: '0', revision: 1 } }]);
    expect(
      await saveFigures(early, id, [
        { ...edit, submission: 2, revision: 2 },
        { ...edit, indicator: 'SX002', submission: 1, typed: '0' },
      ]),
    ).toMatchObject([{ outcome: 'saved', figure: { revision: 3 } }, { outcome: 'unchanged' }]);
    await expect(
      importFigures(early, id, [{ ...edit, indicator: 'SX002', submission: 1 }], '填报表.xlsx'),
    ).rejects.toMatchObject({ code: 'changed-since-preview' });
  });

  test('overwrites no words, fills no blanks and signs nothing that was not looked at', async () => {
    const { id, early, colleague } = await returned('2022');
    const mine = { ...note, text: '又写的' };
    for (const seen of [
      { revision: 1 },
      { revision: 1, submission: 1 },
      { revision: 2, submission: 1 },
    ])
      expect(await saveNote(early, id, { ...mine, ...seen })).toMatchObject({
        outcome: 'conflict',
        note: { text: '后写的', by: colleague.name },
        submission: 2,
      });
    expect(await saveNote(early, id, { ...mine, revision: 2, submission: 2 })).toMatchObject({
      outcome: 'saved',
      note: { revision: 3 },
    });
    const other = { code: 'other-submission', params: { before: '1', now: '2' } };
    const words = '演示用的理由写在这里';
    await expect(explain(early, id, 'JY001', words, { text: '' })).rejects.toMatchObject({
      code: 'explanation-changed',
      params: { by: colleague.name, text: said },
    });
    await expect(
      explain(early, id, 'JY001', words, { text: said, submission: 1 }),
    ).rejects.toMatchObject(other);
    await expect(fillSection(early, id, 'SX', 'zero', null, 1)).rejects.toMatchObject(other);
    await expect(sendForSignature(early, id, { submission: 1 })).rejects.toMatchObject(other);
    await expect(
      explain(early, id, 'JY001', words, { text: said, submission: 2 }),
    ).resolves.toMatchObject({ text: words });
    await sendForSignature(early, id, { submission: 2 });
    const signatory = world.viewer('county', 'signatory');
    const sentAt = (await findForm(early, id))!.submission.sentAt!;
    await sendBack(signatory, id, '再看一遍');
    await sendForSignature(early, id, { submission: 2 });
    await expect(signAndSubmit(signatory, id, { submission: 2, sentAt })).rejects.toMatchObject({
      code: 'sent-again',
    });
    const again = (await findForm(early, id))!.submission.sentAt!;
    expect(await signAndSubmit(signatory, id, { submission: 2, sentAt: again })).toBe('signed');
  });
});
