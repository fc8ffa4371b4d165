// What names of a list have in common is said once:
// 全国模范职工之家22个、小家14个，全省模范职工之家91个、优秀工会工作者74名.

/** The name as it follows another of its list, and the mark before it: a new level begins after a comma. */
export function elideName(
  before: string,
  name: string,
  isHonour: boolean,
): { mark: '、' | '，'; text: string } {
  const [last, next] = [levelOf(before), levelOf(name)];
  if (next === '' || last === '') return { mark: '、', text: name };
  if (last !== next) {
    const isSameMatter = before.slice(last.length) === name.slice(next.length);
    return isSameMatter ? { mark: '、', text: next } : { mark: '，', text: name };
  }
  if (!isHonour) return { mark: '、', text: name.slice(next.length) };
  return { mark: '、', text: name.slice(commonStart(before, name, next.length)) };
}

const levels =
  /^(?:国家级|全国|省级以上|省级|全省|市级以上|市级|全市|县级|市(?=杰出|优秀|劳动|工人|五一)|省(?=先进|劳动|五一))/;
const levelOf = (name: string): string => levels.exec(name)?.[0] ?? '';

/** How far two names agree, at least beyond their level, with a word left of the second. */
function commonStart(a: string, b: string, least: number): number {
  let length = least;
  while (length < a.length && a[length] === b[length]) length += 1;
  while (length > least && !words.test(b.slice(length))) length -= 1;
  return length;
}

const words =
  /^(?:之家|小家|企业|工业园区|奖[章状]|集体|个人|单位|乡镇|先进|优秀|杰出|模范|示范|工人|职工|劳动|五一)/;
