// No verb three times running: the third time another word of the same meaning is said. By rule, not by chance, so the
// same data always give the same text. 增长 and 下降 stay: beside a percentage no other word is as plain.

/** What was said last, and how many times running. */
export type Voice = { verb: string; verbs: number; change: string; changes: number; both: number };

export const silence: Voice = { verb: '', verbs: 0, change: '', changes: 0, both: 0 };

/** The verb of a clause, and the voice after it. */
export function sayVerb(voice: Voice, verb: string | null): { word: string; voice: Voice } {
  const [word, times] = choose(voice.verb, voice.verbs, verb ?? '', otherVerbs);
  return { word, voice: { ...voice, verb: word, verbs: times } };
}

/** The word of a change (提高, 增长), and the voice after it. */
export function sayChange(
  voice: Voice,
  change: string,
  isRate: boolean,
): { word: string; voice: Voice } {
  const [word, times] = choose(voice.change, voice.changes, change, isRate ? otherRateChanges : {});
  return { word, voice: { ...voice, change: word, changes: times } };
}

/** 均 of several that are alike; of two, 双双 the third time. */
export function sayBoth(voice: Voice, count: number): { word: string; voice: Voice } {
  const isPlain = count !== 2 || voice.both < 2;
  return { word: isPlain ? '均' : '双双', voice: { ...voice, both: isPlain ? voice.both + 1 : 0 } };
}

function choose(
  last: string,
  times: number,
  wanted: string,
  others: Record<string, string>,
): [string, number] {
  if (wanted !== last) return [wanted, 1];
  const other = others[wanted];
  return times < 2 || !other ? [wanted, times + 1] : [other, 1];
}

const otherVerbs: Record<string, string> = {
  举办: '组织',
  组织: '开展',
  开展: '组织',
  建成: '建起',
  建立: '组建',
  建有: '设有',
  荣获: '获得',
  提供: '给予',
  发放: '下发',
  配备: '配有',
  评选表彰: '评选',
  评选: '评出',
  创建: '建成',
  培育: '培养',
  培树: '选树',
  完成: '实现',
  慰问: '看望慰问',
  走访: '看望',
  入选: '列入',
};

const otherRateChanges: Record<string, string> = { 提高: '上升', 上升: '提高', 下降: '回落' };
