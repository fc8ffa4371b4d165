// How an indicator is said in a sentence. wording.json holds one line per indicator of the catalogue; an indicator that
// has none is worded from its name and verb by rule. "|" follows the verb that a list may share, {} is the number,
// [部门] a noun that is left out when the printed number already ends in it. `named` is stated where people are
// counted as 名, which wants its noun behind it; `with` says two figures in one clause, {0} the one whose code stands
// before.
import type { Indicator } from '../catalogue/indicator';
import table from './wording.json';

export type Wording = {
  /** Said alone or first: "举办|劳动竞赛{}". */
  clause: string;
  /** Said later in its chain, where the matter is known: "参赛职工{}". */
  short: string;
  /** Said after 其中: "省级{}". */
  part: string;
  /** Subject of a change: "工会会员总数由…增加到…". */
  noun: string;
  /** Object of 新增 and 净增: "会员". */
  item: string;
  /** Said instead of `clause` when the number was reported in words (全部). */
  text: string | null;
  /** Said instead of `clause` when the number ends in 名: "为{}重点群体人员免费体检". */
  named: string | null;
  /** Of a rate of 100 %, with its whole: "{0}乡镇（街道）、开发区{}组建总工会", the second place being
   *  全部. */
  full: string | null;
  /** Of a rate, behind the figure it is counted from: "配备率{}". */
  rate: string | null;
  /** By the code of the figure stated just before: one clause for both, "向{0}小微企业返还工会经费{}". */
  with: Readonly<Record<string, string>>;
};

type Entry = { clause: string; with?: Record<string, string> } & Partial<
  Record<Exclude<keyof Wording, 'clause' | 'with'>, string>
>;

/** The wording of an indicator, from the table or by rule. */
export function wordingOf(indicator: Indicator): Wording {
  const entry: Entry = (table as Record<string, Entry>)[indicator.code] ?? {
    clause: clauseByRule(indicator),
  };
  const noun =
    entry.noun ?? (entry.clause.split('|').at(-1) as string).replace(/达?\{\}|\[.*?\]/g, '');
  return {
    clause: entry.clause,
    short: entry.short ?? entry.clause,
    part: entry.part ?? `${noun}{}`,
    noun,
    item: entry.item ?? noun,
    text: entry.text ?? null,
    named: entry.named ?? null,
    full: entry.full ?? null,
    rate: entry.rate ?? (indicator.nature === 'ratio' ? shortRate(entry.clause) : null),
    with: entry.with ?? {},
  };
}

/** 配备率{} of 同级副职工会主席配备率达{}: after what it is counted from, the name of a rate is its last
 *  word. */
function shortRate(clause: string): string | null {
  const found =
    /(?:及时受理|按期答复|成功|建制|参创|合格|完成|取证|覆盖|组建|入会|配备|登记|建家|收缴)率达\{\}$/.exec(
      clause,
    );
  return found && found[0].replace('达', '');
}

/** A template cut at its places: the shared verb, what stands before and after the number. */
export type Clause = { verb: string | null; before: string; after: string };

/** Cuts a template for a printed number. */
export function clauseOf(template: string, printed: string): Clause {
  const [verb, rest] = template.includes('|')
    ? (template.split('|') as [string, string])
    : [null, template];
  const [before = '', after = ''] = rest.split('{}');
  return { verb, before, after: fillNoun(after, printed) };
}

/** The noun in brackets, where the printed number does not end in it. */
export function fillNoun(after: string, printed: string): string {
  return after.replace(/\[(.*?)\]/, (_, noun: string) => (isSaid(noun, printed) ? '' : noun));
}

function isSaid(noun: string, printed: string): boolean {
  return printed.endsWith(noun.slice(-1));
}

function clauseByRule({ name, nature, verb }: Indicator): string {
  if (nature === 'ratio') return `${name}达{}`;
  const noun = name.replace(
    /(场次|人次|人数|件数|项数|户数|期数|次数|条数|份数|篇数|张数|册数|金额|数)$/,
    '',
  );
  if (verb === null) return `${noun}达{}`;
  if (/^(覆盖|涉及|惠及|参赛|参与|参加)$/.test(verb)) return `${noun}{}`;
  return `${verb}|${noun.startsWith(verb) ? noun.slice(verb.length) : noun}{}`;
}
