import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ListTable } from './list-table';

const units = [
  { code: '320925', name: '建湖县', people: 3 },
  { code: '320922', name: '阜宁县', people: 0 },
];

test('the first column names the row, and every other cell says which column it is of where rows stack', () => {
  const html = renderToStaticMarkup(
    <ListTable
      rows={units}
      keyOf={({ code }) => code}
      columns={[
        { head: '名称', cell: ({ name }) => <b>{name}</b> },
        {
          head: '人数',
          cell: ({ people }) => people,
          isNumber: true,
          className: 'whitespace-nowrap',
        },
      ]}
    />,
  );
  expect(html.match(/<th scope="col".*?<\/th>/g)).toEqual([
    '<th scope="col">名称</th>',
    '<th scope="col" class="number">人数</th>',
  ]);
  expect(html.match(/<tr><th scope="row">.*?<\/tr>/g)).toEqual([
    '<tr><th scope="row"><b>建湖县</b></th><td data-label="人数" class="number whitespace-nowrap">3</td></tr>',
    '<tr><th scope="row"><b>阜宁县</b></th><td data-label="人数" class="number whitespace-nowrap">0</td></tr>',
  ]);
});

test('a box stands before the name of its row, and its head is only heard', () => {
  const html = renderToStaticMarkup(
    <ListTable
      stickyHead={false}
      rows={units}
      keyOf={({ code }) => code}
      rowStyle={({ people }) => (people > 0 ? 'font-bold' : undefined)}
      columns={[
        { head: '选择', cell: ({ code }) => <input defaultValue={code} />, isBox: true },
        {
          head: '名称',
          cell: ({ name }) => name,
          className: ({ people }) => (people > 0 ? 'pl-8' : undefined),
          width: 'w-44',
        },
      ]}
    />,
  );
  expect(html.match(/<thead>.*<\/thead>/)![0]).toBe(
    '<thead><tr><th scope="col"><span class="sr-only">选择</span></th><th scope="col" class="w-44">名称</th></tr></thead>',
  );
  expect(html.match(/<tbody>.*<\/tbody>/)![0]).toBe(
    '<tbody><tr class="font-bold"><td><input value="320925"/></td><th scope="row" class="pl-8">建湖县</th></tr>' +
      '<tr><td><input value="320922"/></td><th scope="row">阜宁县</th></tr></tbody>',
  );
});
