/** `own`: whose table it is brought for; `tab`: the name of its sheet. */
type Case = {
  rows: string[][];
  own?: string;
  tab?: string;
  figures?: string[];
  asked?: string[];
  refused?: string[];
};

/** Tables of the same kinds as those that were handed in, each with what it would write, ask and refuse. */
export const others: Record<string, Case> = {
  'the whole of a city, and not what is directly under it': {
    rows: [
      ['2021年', ''],
      ['地区', '基层工会组织数'],
      ['全市', '12800'],
      ['市直', '800'],
      ['东台市', '1500'],
    ],
    own: '320900',
    figures: ['ZZ001 2021 12800', '320981 ZZ001 2021 1500'],
  },
  'the whole of another city': {
    rows: [
      ['2021年', ''],
      ['地区', '基层工会组织数'],
      ['全市', '12800'],
      ['市直', '800'],
      ['东台市', '1500'],
    ],
  },
  'a total of counties may be the city': {
    rows: [
      ['2021年', ''],
      ['地区', '基层工会组织数'],
      ['合计', '12800'],
      ['东台市', '1500'],
    ],
    own: '320900',
    figures: ['320981 ZZ001 2021 1500'],
    asked: ['ZZ001 2021 12800 ask-total'],
  },
  'two tables beside each other': {
    rows: [
      ['指标', '2021年', '', '指标', '2020年'],
      ['基层工会组织数', '1280', '', '基层工会组织数', '1250'],
    ],
    figures: ['ZZ001 2021 1280', 'ZZ001 2020 1250'],
  },
  'a table folded in two, with codes': {
    rows: [
      ['2021年', '', '', '', '', ''],
      ['指标', '代码', '数量', '指标', '代码', '数量'],
      ['基层工会组织数', '01', '1280', '女会员人数', '03', '61000'],
      ['工会会员总数', '02', '128000', '农民工会员数', '04', '32000'],
    ],
    figures: ['ZZ001 2021 1280', 'ZZ025 2021 128000', 'ZZ026 2021 61000', 'ZZ027 2021 32000'],
  },
  'a long list of several units': {
    rows: [
      ['地区', '指标', '年份', '数值'],
      ['建湖县', '基层工会组织数', '2020', '1250'],
      ['东台市', '基层工会组织数', '2020', '1500'],
      ['建湖县', '基层工会组织数', '2021', '1280'],
    ],
    figures: ['ZZ001 2020 1250', 'ZZ001 2021 1280'],
  },
  'a month and what it comes to': {
    rows: [
      ['2021年', '', '', ''],
      ['指标', '本月', '本年累计', '上年同期'],
      ['基层工会组织数', '10', '1280', '1250'],
    ],
    asked: ['ZZ001 2021 1280 ask-sum', 'ZZ001 2020 1250 ask-sum'],
  },
  'plans beside what was done': {
    rows: [
      ['指标', '2021年计划', '2021年实际', '2022年计划'],
      ['基层工会组织数', '1500', '1280', '1600'],
    ],
    figures: ['ZZ001 2021 1280'],
  },
  'an adjusted year': {
    rows: [
      ['指标', '2020年', '2020年(调整)', '2021年'],
      ['基层工会组织数', '1250', '1260', '1280'],
    ],
    figures: ['ZZ001 2021 1280'],
    asked: ['ZZ001 2020 1250 ask-column', 'ZZ001 2020 1260 ask-adjusted'],
  },
  'beginning and end of a year': {
    rows: [
      ['2021年', '', '', '', ''],
      ['指标', '年初数', '本年增加', '本年减少', '年末数'],
      ['工会会员总数', '126000', '3000', '1000', '128000'],
    ],
    figures: ['ZZ025 2021 128000'],
  },
  'a unit said once and repeated by a sign': {
    rows: [
      ['指标', '单位', '2021年'],
      ['工会会员总数', '万人', '13'],
      ['女会员人数', '〃', '6'],
      ['基层工会组织数', '个', '1280'],
    ],
    figures: ['ZZ025 2021 130000', 'ZZ026 2021 60000', 'ZZ001 2021 1280'],
  },
  'a unit in 万 beside a line that says none': {
    rows: [
      ['指标', '2021年'],
      ['工会会员总数（万人）', '13'],
      ['基层工会组织数', '1280'],
    ],
    figures: ['ZZ025 2021 130000'],
    asked: ['ZZ001 2021 1280 ask-scale'],
  },
  'units of groups': {
    rows: [
      ['指标', '2021年'],
      ['一、会员（万人）', ''],
      ['工会会员总数', '13'],
      ['女会员人数', '6'],
      ['二、组织（个）', ''],
      ['基层工会组织数', '1280'],
    ],
    figures: ['ZZ025 2021 130000', 'ZZ026 2021 60000', 'ZZ001 2021 1280'],
  },
  'the day on which it was filled in is no year': {
    rows: [
      ['工会统计表', ''],
      ['填报日期：2022年1月10日', ''],
      ['指标', '本年'],
      ['基层工会组织数', '1280'],
    ],
    asked: ['ZZ001 ? 1280 period-unknown'],
  },
  'the tab of another county': {
    rows: [
      ['指标', '2021年'],
      ['基层工会组织数', '1500'],
    ],
    tab: '东台',
    asked: ['ZZ001 2021 1500 ask-whose'],
  },
  'the tab of a county below': {
    rows: [
      ['指标', '2021年'],
      ['基层工会组织数', '1500'],
    ],
    tab: '东台',
    own: '320900',
    figures: ['320981 ZZ001 2021 1500'],
  },
  'the province over a county': {
    rows: [
      ['江苏省2021年工会统计', ''],
      ['指标', '数量'],
      ['基层工会组织数', '1280'],
    ],
    asked: ['ZZ001 2021 1280 ask-whose'],
  },
  'counties as groups of rows': {
    rows: [
      ['指标', '2020年', '2021年'],
      ['东台市', '', ''],
      ['基层工会组织数', '1500', '1520'],
      ['建湖县', '', ''],
      ['基层工会组织数', '1250', '1280'],
    ],
    figures: ['ZZ001 2020 1250', 'ZZ001 2021 1280'],
  },
  'counties over columns, said once': {
    rows: [
      ['年份', '东台市', '', '建湖县', ''],
      ['', '基层工会组织数', '工会会员总数', '基层工会组织数', '工会会员总数'],
      ['2020', '1500', '150000', '1250', '126000'],
    ],
    own: '320900',
    figures: [
      '320981 ZZ001 2020 1500',
      '320981 ZZ025 2020 150000',
      '320925 ZZ001 2020 1250',
      '320925 ZZ025 2020 126000',
    ],
  },
  'the row 甲 乙 丙 1 of a form': {
    rows: [
      ['2021年', '', '', ''],
      ['指标名称', '计量单位', '代码', '数量'],
      ['甲', '乙', '丙', '1'],
      ['基层工会组织数', '个', '01', '1280'],
    ],
    figures: ['ZZ001 2021 1280'],
  },
  'times of five years, quarters and halves among years': {
    rows: [
      ['年份', '基层工会组织数'],
      ['“十二五”时期', '5000'],
      ['2016-2020年', '6000'],
      ['2020年', '1250'],
      ['2021年一季度', '1260'],
      ['2021年上半年', '1270'],
      ['2021年', '1280'],
    ],
    figures: ['ZZ001 2020 1250', 'ZZ001 2021 1280'],
  },
  'two columns that nobody can tell apart': {
    rows: [
      ['2021年', '', ''],
      ['指标', '甲口径', '乙口径'],
      ['基层工会组织数', '1280', '1300'],
    ],
    asked: ['ZZ001 2021 1280 ask-column', 'ZZ001 2021 1300 ask-column'],
  },
  'months behind a point': {
    rows: [
      ['指标', '2020.12', '2021.12', '2021.6'],
      ['基层工会组织数', '1250', '1280', '1270'],
    ],
    figures: ['ZZ001 2020 1250', 'ZZ001 2021 1280'],
  },
  'a title that is only the year': {
    rows: [
      ['2021', ''],
      ['指标', '数量'],
      ['基层工会组织数', '1280'],
    ],
    figures: ['ZZ001 2021 1280'],
  },
  'a title with the unit beside it': {
    rows: [
      ['2021年帮扶情况', '单位：万元'],
      ['指标', '金额'],
      ['送温暖筹集资金', '128.5'],
    ],
    figures: ['BF003 2021 1285000'],
  },
  'years with signs of other kinds': {
    rows: [
      ['指标', '2019年△', '2020年*', '2021年#'],
      ['基层工会组织数', '1240', '1250', '1280'],
    ],
    figures: ['ZZ001 2019 1240', 'ZZ001 2020 1250', 'ZZ001 2021 1280'],
  },
  'a remark behind a figure': {
    rows: [
      ['指标', '2021年'],
      ['基层工会组织数', '1280（含联合工会）'],
      ['工会会员总数', '128000'],
    ],
    figures: ['ZZ025 2021 128000'],
    refused: ['B2 wrong-unit'],
  },
  'a budget beside the accounts, a first figure beside the last': {
    rows: [
      ['指标', '2020年预算', '2020年决算', '2021年（初步数）', '2021年（最终数）'],
      ['基层工会组织数', '1500', '1250', '1300', '1280'],
    ],
    figures: ['ZZ001 2020 1250'],
    asked: ['ZZ001 2021 1300 ask-estimate', 'ZZ001 2021 1280 ask-column'],
  },
  'a target, its result and its rate; an average beside the end of the year': {
    rows: [
      ['2021年', '', '', '', ''],
      ['指标', '目标值', '实际值', '完成率(%)', '位次'],
      ['基层工会组织数', '1500', '1280', '85.3', '3'],
    ],
    figures: ['ZZ001 2021 1280'],
  },
  'quarters and the year': {
    rows: [
      ['指标', '2021年1季度', '2021年2季度', '2021年'],
      ['基层工会组织数', '1260', '1265', '1280'],
    ],
    figures: ['ZZ001 2021 1280'],
  },
  'what came together over the years': {
    rows: [
      ['2021年', '', ''],
      ['指标', '历年累计', '当年数'],
      ['新发展会员数', '9000', '1280'],
    ],
    asked: ['ZZ030 2021 9000 ask-sum', 'ZZ030 2021 1280 ask-column'],
  },
  'shares beside figures': {
    rows: [
      ['指标', '2021年', '占比（%）'],
      ['工会会员总数', '128000', '100'],
      ['女会员人数', '61000', '47.7'],
    ],
    figures: ['ZZ025 2021 128000', 'ZZ026 2021 61000'],
  },
};
