// Names of indicators as offices vary them, brought to one form: 工会会员数, 会员人数 and 年末会员总数
// are one, and so are 职工代表大会 and 职代会. What is equal in this form counts the same; what is equal in
// the loose form may.
import { cleanLabel, takeUnit } from './label';

/** One form for the ways in which one thing is called. */
export function canonicalName(label: string): string {
  let name = cleanLabel(takeUnit(label).name).replace(/[“”"'「」《》·•、,，:：;；\s]/g, '');
  for (const [form, word] of same) name = name.replace(form, word);
  return trimEnds(name);
}

/** The same without the words that say only that something was set up, or where. */
export const looseName = (canonical: string): string => canonical.replace(fillers, '') || canonical;

/** What remains of a part's name without what it shares with the name of its whole at the beginning and the end. */
export function remainder(part: string, whole: string): string {
  let start = 0;
  while (start < part.length && part[start] === whole[start]) start += 1;
  let end = 0;
  while (
    end < part.length - start &&
    end < whole.length &&
    part[part.length - 1 - end] === whole[whole.length - 1 - end]
  )
    end += 1;
  return trimPart(part.slice(start, part.length - end));
}

/** A part as it calls itself under its whole: 女性 and 女职工 are 女, 事业单位 is 事业. */
export const trimPart = (text: string): string =>
  text
    .replace(/(?:合计|小计)$/, '')
    .replace(/^女(?:性|职工|工|会员)$/, '女')
    .replace(/(?<=事业|机关)单位$/, '')
    .replace(/^(?:个体及其他组织|个体经济组织及其他|个体及其他)$/, '个体及其他组织');

// Longer forms stand before those that they hold.
const same: readonly [RegExp, string][] = [
  [/职工代表大会|职工大会/g, '职代会'],
  [/(?:工会)?经费审查(?:委员会|组织|工作委员会)|(?:工会)?经审(?:委员会|组织|会)/g, '经审组织'],
  [/(?:工会)?女职工(?:工作)?(?:委员会|组织)|女工(?:委员会|组织|委)/g, '女职工组织'],
  [/(?:专职工会|工会专职)(?:工作)?(?:人员|干部|工作者)/g, '专职工会工作人员'],
  [/(?:兼职工会|工会兼职)(?:工作)?(?:人员|干部|工作者)/g, '兼职工会工作人员'],
  [/港[、]?澳[、]?台(?:商)?(?:投资|资)?(?:企业)?/g, '港澳台企业'],
  [/(?:外商投资|外资|外商)(?:企业)?/g, '外商企业'],
  [/(?:私营|民营)(?:企业)?/g, '民营企业'],
  [/集体(?:所有制|经济)?企业|集体所有制/g, '集体企业'],
  [/国有(?:经济|及国有控股|控股)?企业/g, '国有企业'],
  [/劳动保护监督(?:检查)?(?:委员会|组织)/g, '劳动保护监督检查组织'],
  [/劳动法律监督(?:检查)?(?:委员会|组织)/g, '劳动法律监督组织'],
  [/劳动争议调解(?:委员会|组织)/g, '劳动争议调解组织'],
  [/工会劳动(?=保护监督|法律监督)/g, '劳动'],
  [/(?:女性|女职工)会员/g, '女会员'],
  [/^联合工会/g, '联合基层工会'],
  [/工会会员/g, '会员'],
  [/工会基层组织|基层工会组织|基层工会委员会|基层工会|^基层组织/g, '基层工会'],
  [
    /(?:已|已经)?(?<!新)建(?:立|了)*工会(?:组织)?(?=(?:了|的)*(?:企业|单位|基层|企事业|机关|事业|$))|已建会/g,
    '建会',
  ],
  [/涵盖(?:法人|企事业)单位/g, '涵盖单位'],
  [/集体协议/g, '集体合同'],
  [/职工技术协作/g, '职工技协'],
  [/大病|重大疾病/g, '重大疾病'],
  [/(?:了|的)/g, ''],
];

const fillers =
  /当年|建会单位|建会|建立健全|建立|建有|设立|成立|实行|开展|推行|签订|有效|制度|机制|委员会|组织|单位|各级|各类|工会|企业|其他|经济|基层|数据库/g;

const trimEnds = (name: string): string => {
  const trimmed = name
    .replace(/^(?:本?年末|年底|期末|现有|实有|全市|全县|全区|全省|本级)(?=.{2})/, '')
    .replace(/(?<=.)(?:总人数|人数|总数|个数|家数|户数|份数|总量|数量|数)$/, '');
  return trimmed === name ? name : trimEnds(trimmed);
};
