// Prints how far a start is: one line for each step with the time it takes, counting while it runs.
const isTerminal = Boolean(process.stdout.isTTY);

/** @template T @param {string} name @param {() => Promise<T>} work @returns {Promise<T>} */
export async function step(name, work) {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  const counting = setInterval(
    () =>
      isTerminal
        ? process.stdout.write(`\r  … ${name}  ${seconds()}`)
        : console.log(`  … ${name}  ${seconds()}`),
    isTerminal ? 200 : 10_000,
  );
  if (!isTerminal) console.log(`  … ${name}`);
  try {
    const result = await work();
    console.log(`${isTerminal ? '\r' : ''}  ✓ ${name}  ${seconds()}`);
    return result;
  } catch (error) {
    console.log(`${isTerminal ? '\r' : ''}  ✗ ${name}  ${seconds()}`);
    throw error;
  } finally {
    clearInterval(counting);
  }
}
