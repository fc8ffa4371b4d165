// One sentence, read from left to right: every number and every 持平 becomes a statement, said of the figures before
// it.
import { marksOf, type Mark } from './sentence-marks';
import type { FoundNumber } from './find-numbers';
import { baseName, readChange, readGoal, readResult, readTime, subjectOf } from './read-words';
import { baseOf, closeWhole, head, headsOf, openWhole, say, type Reading } from './reading';
import { isHead, type Kind, type Statement, type Time } from './statement';

type Before = { time?: Time | null; extent?: Statement['extent']; joints?: string[] };

/** The statements of a sentence that begins at `start` of the text; `numbers` are those within it, `time` what the
 *  sentence before spoke of, `joints` where 、 stands inside of a name. */
export function readSentence(
  text: string,
  start: number,
  numbers: FoundNumber[],
  { time = null, extent = null, joints = [] }: Before = {},
): { statements: Statement[]; time: Time | null; extent: Statement['extent'] } {
  const reading: Reading = {
    statements: [],
    group: 0,
    base: null,
    whole: null,
    time,
    extent,
    list: null,
    measure: 'level',
    joints,
  };
  for (const mark of marksOf(text, start, numbers)) {
    const said = readTime(mark.lead);
    if (said) {
      reading.time = said === 'narrated' ? null : said;
      reading.extent = said !== 'narrated' && said.from === null ? 'date' : 'span';
    }
    if (/其中/.test(mark.lead)) openWhole(reading);
    else if (/[；。]/.test(mark.lead)) closeWhole(reading);
    read(reading, mark);
  }
  return { statements: reading.statements, time: reading.time, extent: reading.extent };
}

/** What the mark says, as far as it says anything. */
function read(reading: Reading, mark: Mark): Statement | null {
  const { lead, number } = mark;
  if (number === null) return readWords(reading, mark);
  if (reading.list && /^[\u4e00-\u9fff]{0,5}(?:、|和|以及|及)$/.test(lead))
    return goOn(reading, mark);
  reading.list = null;
  return readAim(reading, mark) ?? readShare(reading, mark) ?? readLevel(reading, mark);
}

/** A number that is held against a target or a control line; null for any other. */
function readAim(reading: Reading, mark: Mark): Statement | null {
  const { lead, after } = mark;
  const goal = readGoal(lead, after);
  if (goal) {
    // 工会会员总数超额完成年度目标（…）: a subject whose figure stands in the sentence before.
    if (reading.statements.length === 0) head(reading, mark, 'named', lead, null);
    return say(reading, mark, { ...goal });
  }
  const last = reading.statements.at(-1);
  if (
    (/(?:^|[，；、）])完成率(?:达|为)?$/.test(lead) &&
      reading.statements.some(({ kind }) => kind === 'target')) ||
    (/^[)）]的$/.test(lead) && last?.kind === 'target')
  )
    return say(reading, mark, { kind: 'completion' });
  if (/^[)）]差?$/.test(lead) && (last?.kind === 'target' || last?.kind === 'limit'))
    return say(reading, mark, { kind: `${last.kind}-distance` });
  if (/低于控制线$|低于(?:年度|本期|届期)目标$/.test(lead))
    return say(reading, mark, { kind: 'limit-distance' });
  const missed = /([^，、；]+)（(完成|差)$/.exec(lead.replace(/^.*，为/, ''));
  if (!missed) return null;
  head(reading, mark, 'named', missed[1] as string, null);
  return say(reading, mark, { kind: missed[2] === '差' ? 'target-distance' : 'completion' });
}

/** A share, an average, a count of indicators or a multiple; null for any other. */
function readShare(reading: Reading, mark: Mark): Statement | null {
  const { lead, after } = mark;
  const number = mark.number!;
  if (/占比[^，；]*$/.test(lead) && number.unit === '百分点')
    return say(reading, mark, {
      kind: 'share-move',
      direction: readChange(lead, '百分点')?.direction ?? null,
      base: baseOf(reading, lead),
    });
  if (/占[^，；。、]*$/.test(lead) && number.unit === '%')
    return readComparison(reading, mark, 'share', null);
  if (/平均每[人户家件名][^，；。]{0,8}$/.test(lead))
    return say(reading, mark, { kind: 'per-head', words: lead });
  if (isGoalCount(reading, mark))
    return say(reading, mark, { kind: 'count', words: `目标${after}` });
  if (number.unit === '项' && /^指标数据无法取得/.test(after))
    return say(reading, mark, { kind: 'count', words: '无法取得' });
  if (number.unit === '倍') return readComparison(reading, mark, 'multiple', 1);
  if (
    /(?:可比|都有数据)的$/.test(lead) ||
    (number.unit === '项' &&
      /^(?:指标|上升|持平|下降)/.test(after) &&
      reading.statements.some(({ kind }) => kind === 'count'))
  )
    return say(reading, mark, {
      kind: 'count',
      words: /^指标/.test(after) ? `可比的${after}` : after,
      base: baseOf(reading, lead),
    });
  return null;
}

/** A level, or how far it lies from another. */
function readLevel(reading: Reading, mark: Mark): Statement {
  const { lead } = mark;
  const number = mark.number!;
  const last = reading.statements.at(-1);
  const from = /由(?:(?:\d{4}年|上年)[末底]?的)?$/.exec(lead);
  if (from) return head(reading, mark, 'from', lead.slice(0, from.index), baseOf(reading, from[0]));
  const result = readResult(lead);
  if (result !== null && last?.kind === 'from')
    return head(reading, mark, 'level', last.words, last.base, result);
  const change = readChange(lead, number.unit);
  if (change && !(change.kind === 'amount' && isMeasure(lead)))
    return readComparison(reading, mark, change.kind, change.direction);
  if (new RegExp(`(?:^|[，；])[^，；]{0,20}(?:${baseName})(?:分别|均)?为-?$`).test(lead))
    return readComparison(reading, mark, 'zero', null);
  return levels(reading, mark);
}

/** 设定年度目标的‹6项›指标中，‹4项›完成、‹2项›未完成 */
function isGoalCount({ statements }: Reading, { lead, after, number }: Mark): boolean {
  if (/设定(?:年度|本期|届期)目标的$/.test(lead)) return true;
  return (
    number?.unit === '项' &&
    /^未?完成/.test(after) &&
    statements.some(({ kind, words }) => kind === 'count' && words.startsWith('目标'))
  );
}

// 净增403家 without a noun is a change; 净增工会组织403家 is read as a level with its verb.
const isMeasure = (lead: string): boolean => /(?:净增|新增|净减少)$/.test(lead) && !/比/.test(lead);

/** 与上年持平, 翻一番, 全部. */
function readWords(reading: Reading, mark: Mark): Statement | null {
  const text = mark.lead;
  reading.list = null;
  const { word } = mark;
  if (word.startsWith('全部')) {
    if (/[，；、]$|^$/.test(text) || /职工$|人员$|中心$|企业$|工会$/.test(text))
      return head(reading, mark, 'all', `${text}${mark.after.slice(0, 12)}`, null);
    return null;
  }
  if (word === '再次') return again(reading, mark);
  if (word.startsWith('翻')) return readComparison(reading, mark, 'multiple', 1);
  return readComparison(reading, mark, word.includes('基本') ? 'nearly-equal' : 'equal', 0);
}

/** 再次荣获: what is named up to the next mark was won in the period before, too. */
function again(reading: Reading, mark: Mark): Statement {
  const named = /^[^，；。]*/.exec(mark.after)?.[0] ?? '';
  head(reading, mark, 'named', `${mark.lead.split(/[，；。]/).at(-1)}${named}`, null);
  return say(
    reading,
    { ...mark, end: mark.end + named.length + 1 },
    { kind: 'again', base: { kind: 'previous' }, of: [reading.statements.length - 1] },
  );
}

/** A change or share, of one figure or of several: 分别 lists, 均 and 双 mean all of the group. */
function readComparison(
  reading: Reading,
  mark: Mark,
  kind: Kind,
  direction: -1 | 0 | 1 | null,
): Statement {
  // What follows a number without a mark still belongs to it:
  // ‹31.7万›职工参加网上学习活动，分别比….
  const own =
    (kind === 'zero' ? ownOfBase : ownOfChange).exec(
      mark.lead
        .replace(/[（(][^（）()]*[）)]/g, '')
        .replace(reading.statements.length > 0 ? /^[^，；。]+/ : '', ''),
    )?.[1] ?? '';
  const subject = subjectOf(own);
  const base = kind.startsWith('average')
    ? (reading.statements.findLast(isHead)?.base ?? null)
    : kind === 'share'
      ? null
      : baseOf(reading, `${mark.lead}${mark.word}`);
  // X比上年增长5%: a subject without its figure.
  if (subject.length > 1 && !/^[的了]$/.test(subject) && kind !== 'share')
    head(reading, mark, 'named', subject, null);
  const shared = sharedOf(mark, kind);
  const heads = headsOf(reading);
  const of =
    shared === 'each'
      ? heads.slice(0, 1)
      : shared === 'all'
        ? heads
        : reading.statements.flatMap((one, place) => (isHead(one) ? [place] : [])).slice(-1);
  const statement = say(reading, mark, {
    kind,
    direction,
    base,
    of,
    shared,
    words: `${mark.lead}${mark.word}`,
  });
  reading.list = shared === 'each' ? { kind, of: heads, place: 0, statement } : null;
  return statement;
}

const ownOfChange = /^(.*?)(?:，)?(?:均|分别|双双|都)?(?:比|较|与|是|占|同比|年均)/;
const ownOfBase = new RegExp(`^(.*?)(?:，)?(?:${baseName})(?:分别|均)?为-?$`);

/** 分别 lists, and so does 增加1方面、1条; 均 and 双双 mean all. */
function sharedOf({ lead, after }: Mark, kind: Kind): 'each' | 'all' | null {
  if (/分别/.test(lead) || (kind === 'amount' && /^[\u4e00-\u9fff]{0,5}、$/.test(after)))
    return 'each';
  const isAll = /，均年均|均(?!与?工)|双双|都(?=比|较)/.test(lead.replace(/(?<!均)年均/, ''));
  return isAll ? 'all' : null;
}

/** The next number of a list that 分别 began. */
function goOn(reading: Reading, mark: Mark): Statement {
  const list = reading.list as NonNullable<Reading['list']>;
  const place = list.place + 1;
  const { kind, direction, base, words } = list.statement;
  const of = list.of[place];
  reading.list = { ...list, place };
  if (isHead(list.statement)) {
    const named = of === undefined ? undefined : reading.statements[of];
    return named
      ? Object.assign(named, { number: mark.number, start: mark.start, end: mark.end })
      : say(reading, mark, { kind, of: [], shared: 'each' });
  }
  const statement = say(reading, mark, {
    kind,
    direction,
    base,
    of: of === undefined ? [] : [of],
    shared: 'each',
    words,
  });
  reading.list.statement = statement;
  return statement;
}

/** Figures: one, or names first and then their numbers: A、B分别达x和y, A、B均达x. */
function levels(reading: Reading, mark: Mark): Statement {
  const first = /(?:^|[，；])([^，；]*?)(分别|均)(?:达|为|达到)?$/.exec(mark.lead);
  const names = first ? namesIn(subjectOf(first[1] as string), reading.joints) : [];
  const measure = /净减少|净增/.test(mark.lead)
    ? 'net_increase'
    : /新增/.test(mark.lead)
      ? 'gross_new'
      : /[；。]/.test(mark.lead) || /比|[\u4e00-\u9fff]{2}了/.test(mark.lead)
        ? 'level'
        : reading.measure;
  reading.measure = measure;
  // 工匠联盟整合6个行业领域20名人才: the second number of a clause goes on with the words of the first.
  const last = reading.statements.at(-1);
  const goesOn = last?.kind === 'level' && /^[^，；。、]+$/.test(mark.lead) ? last.words : '';
  if (names.length < 2)
    return head(reading, mark, 'level', `${goesOn}${wordsAround(mark)}`, null, null);
  const places = names.map((words, at) => {
    head(reading, at === 0 ? mark : { ...mark, lead: '' }, 'level', words, null, null);
    return reading.statements.length - 1;
  });
  const [opening] = places.map((place) =>
    Object.assign(reading.statements[place] as Statement, {
      shared: first?.[2] === '均' ? 'all' : 'each',
    }),
  ) as [Statement];
  if (first?.[2] === '分别')
    reading.list = { kind: 'level', of: places, place: 0, statement: opening };
  return opening;
}

/** Names of a list; 片区服务站、安康驿站 is one, as the catalogue has it. */
function namesIn(list: string, joints: string[]): string[] {
  const kept = joints.reduce(
    (text, joint) => text.replaceAll(joint, joint.replace('、', '＋')),
    list,
  );
  return kept.split(/、|和(?!谐)/).map((name) => name.replaceAll('＋', '、'));
}

/** What stands before the number, and what follows where it goes on with a noun:
 *  吸引‹31.7万›职工群众参加网上学习活动. */
function wordsAround({ lead, after }: Mark): string {
  const noun =
    /^(?!比|与|较|同比|，|、|；|。|（|\(|和|其中|分别|均)[^，、；。（]{1,30}/.exec(after)?.[0] ??
    '';
  const before = subjectOf(lead);
  const clause = before.split(/[，；]/).at(-1) as string;
  return `${clause === '' ? before : clause}${noun ? `${noun}` : ''}`;
}
