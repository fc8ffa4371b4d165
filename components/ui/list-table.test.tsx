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
