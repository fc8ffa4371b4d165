// npm run coverage:documents: how many printed figures of the five published reports their narratives state, in exactly
// their printed form, and how many numbers of the text have no source. Fails under 80 % or on any such number.
import { isStated } from '@/lib/domain/narrative/is-stated';
import { findUnsourcedNumbers } from '@/lib/domain/reader/find-unsourced';
import { labelOf } from '@/lib/domain/tree/period';
import { summarise } from '@/lib/domain/summary/summarise';
import { documentScopes } from '@/prisma/world/document-scopes';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const least = 0.8;

const results = documentScopes(catalogue).map(({ document, input, printed }) => {
  const { paragraphs } = summarise(input);
  const missing = printed.filter(({ key, forms }) => !isStated(paragraphs, key, forms));
  const unsourced = findUnsourcedNumbers(paragraphs, [input.unit.name]);
  const name = `${document} ${input.unit.name} ${labelOf(input.scope.period, 'zh-CN')}`;
  console.log(
    `${name}: ${printed.length - missing.length} / ${printed.length} stated, ${unsourced.length} without source`,
  );
  if (missing.length > 0)
    console.log(`  not stated: ${missing.map(({ id, forms }) => `${id} ${forms[0]}`).join(', ')}`);
  if (unsourced.length > 0) console.log(`  without source: ${unsourced.join(', ')}`);
  return {
    stated: printed.length - missing.length,
    total: printed.length,
    unsourced: unsourced.length,
  };
});

const sum = (count: (result: (typeof results)[number]) => number) =>
  results.reduce((total, result) => total + count(result), 0);
console.log(
  `all: ${sum(({ stated }) => stated)} / ${sum(({ total }) => total)} stated, ` +
    `${sum(({ unsourced }) => unsourced)} without source`,
);
if (results.some(({ stated, total, unsourced }) => stated / total < least || unsourced > 0))
  process.exitCode = 1;
