// Counts over everything that npm test runs. What was skipped or could not run has not passed: it counts as failed.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Tally */

/** @param {boolean} passed @returns {Tally} */
export const one = (passed) => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** @param {string} file of vitest's JSON reporter @param {number} code @returns {Tally} */
export function tallyOfVitest(file, code) {
  if (!existsSync(file)) return one(false);
  /** @type {{ numPassedTests: number, numTotalTests: number, testResults: { status: string, assertionResults:
   *  unknown[] }[] }} */
  const { numPassedTests, numTotalTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
  // A file that cannot be loaded has no tests to count.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  return settle({ passed: numPassedTests, failed: numTotalTests - numPassedTests + broken }, code);
}

/** @param {string} file of Playwright's JSON reporter @param {number} code @returns {Tally} */
export function tallyOfPlaywright(file, code) {
  if (!existsSync(file)) return one(false);
  /** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} */
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  return settle(
    {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
    },
    code,
  );
}

/** A run that ends badly without a failed test, or without any test at all, has failed nevertheless.
 * @param {Tally} tally @param {number} code @returns {Tally} */
function settle({ passed, failed }, code) {
  return failed === 0 && (code !== 0 || passed === 0) ? { passed, failed: 1 } : { passed, failed };
}
