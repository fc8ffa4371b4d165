/** Whether what counts of a report was handed in before what stands of it now: it was returned or withdrawn since. */
export const isReworked = ({
  number,
  newest,
}: {
  number: number | null;
  newest: { number: number };
}): boolean => number !== null && number < newest.number;
