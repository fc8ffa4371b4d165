import { keyOf, type Answers, type Proposal, type ReportText } from './reading-state';

type Props = {
  report: ReportText;
  proposals: readonly Proposal[];
  answers: Answers;
  current: string | null;
};

/** A report with its numbers marked; each leads to what is proposed for it. */
export function MarkedText({ report, proposals, answers, current }: Props) {
  const parts = proposals.map((proposal, place) => ({
    proposal,
    before: report.text.slice(proposals[place - 1]?.end ?? 0, proposal.start),
  }));
  const rest = report.text.slice(proposals.at(-1)?.end ?? 0);
  return (
    <div className="leading-8 break-words whitespace-pre-wrap">
      {parts.map(({ proposal, before }) => {
        const key = keyOf(proposal);
        return (
          <span key={key}>
            {before}
            {proposal.isFigure ? (
              <a
                id={`number-${key}`}
                href={`#proposal-${key}`}
                aria-current={current === key ? 'true' : undefined}
                className={`rounded-sm px-0.5 ${look(proposal, answers, current === key)}`}
              >
                {report.text.slice(proposal.start, proposal.end)}
              </a>
            ) : (
              <span className="border-b border-dotted border-line-2">
                {report.text.slice(proposal.start, proposal.end)}
              </span>
            )}
          </span>
        );
      })}
      {rest}
    </div>
  );
}

function look(proposal: Proposal, answers: Answers, isCurrent: boolean): string {
  const state = answers[keyOf(proposal)]?.state;
  const frame = `${isCurrent ? 'outline-3 outline-act ' : ''}${state === 'skipped' ? 'line-through ' : 'no-underline '}`;
  if (state === 'accepted') return `${frame}bg-good-ground text-good`;
  if (state === 'skipped') return `${frame}text-ink-2`;
  return proposal.indicator === null
    ? `${frame}border border-line-2 text-ink-2`
    : `${frame}bg-attention-ground text-attention`;
}
