// A person's answer to what was read in old reports, before anything is written.

/** A number of a report as the desk shows it. `candidates` are codes, the likeliest first; `isFigure`: it
 *  may be taken, a change, a share or a target is only marked. */
export type Proposal = {
  report: number;
  start: number;
  end: number;
  text: string;
  quote: string;
  period: string;
  indicator: string | null;
  candidates: string[];
  confidence: number;
  isRepeat: boolean;
  isFigure: boolean;
};

export type ReportText = { name: string; period: string; text: string; warnings: string[] };

export type Answer = { state: 'open' | 'accepted' | 'skipped'; indicator: string; period: string };
export type Answers = Readonly<Record<string, Answer>>;

export const keyOf = ({ report, start }: Pick<Proposal, 'report' | 'start'>): string =>
  `${report}-${start}`;

export type Accepted = {
  report: number;
  start: number;
  text: string;
  quote: string;
  indicator: string;
  period: string;
};

/** What is known at first: what the reader proposes, and what was accepted on an earlier visit. */
export function firstAnswers(
  proposals: readonly Proposal[],
  accepted: readonly Pick<Accepted, 'report' | 'start' | 'indicator' | 'period'>[],
): Answers {
  const before = new Map(accepted.map((one) => [keyOf(one), one]));
  return Object.fromEntries(
    proposals.map((proposal): [string, Answer] => {
      const key = keyOf(proposal);
      const known = before.get(key);
      return [
        key,
        known
          ? { state: 'accepted', indicator: known.indicator, period: known.period }
          : { state: 'open', indicator: proposal.indicator ?? '', period: proposal.period },
      ];
    }),
  );
}

/** Accepts what is said with at least this confidence, is not stated a second time, and was not answered yet. */
export function acceptSure(
  proposals: readonly Proposal[],
  answers: Answers,
  least: number,
): Answers {
  const sure = proposals.filter(
    (one) => one.isFigure && !one.isRepeat && one.indicator !== null && one.confidence >= least,
  );
  return {
    ...answers,
    ...Object.fromEntries(
      sure.flatMap((one) => {
        const answer = answers[keyOf(one)];
        return answer?.state === 'open' && answer.indicator !== ''
          ? [[keyOf(one), { ...answer, state: 'accepted' as const }]]
          : [];
      }),
    ),
  };
}

/** What is to be looked through next: every accepted number with its indicator and period. */
export function acceptedOf(proposals: readonly Proposal[], answers: Answers): Accepted[] {
  return proposals.flatMap((proposal) => {
    const answer = answers[keyOf(proposal)];
    if (answer?.state !== 'accepted' || answer.indicator === '') return [];
    const { report, start, text, quote } = proposal;
    return [{ report, start, text, quote, indicator: answer.indicator, period: answer.period }];
  });
}

export const shows = ['all', 'sure', 'doubtful', 'none', 'accepted'] as const;
export type Show = (typeof shows)[number];

/** What one filter leaves. */
export function isShown({ confidence, indicator }: Proposal, answer: Answer, show: Show): boolean {
  if (show === 'all') return true;
  if (show === 'accepted') return answer.state === 'accepted';
  if (show === 'none') return indicator === null;
  return indicator !== null && (show === 'sure') === confidence >= 0.9;
}
