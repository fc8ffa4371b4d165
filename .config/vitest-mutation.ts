// The tests that stand beside the source in which faults are planted (bin/mutation.mjs); everything else would only
// wait.
import { mergeConfig } from 'vitest/config';
import { dataProject, shared } from './vitest';

const tests = (process.env.GONGBAO_MUTATION_TESTS ?? '').split(' ');

export default mergeConfig(
  shared,
  process.env.DATABASE_URL
    ? { test: { ...dataProject, include: tests } }
    : { test: { include: tests } },
);
