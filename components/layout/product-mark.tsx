/** The mark: a red seal-like square with two rules, a table seen from afar. */
export function ProductMark() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" className="shrink-0">
      <rect width="24" height="24" rx="3" fill="#b3131b" />
      <path d="M6 7h12M12 7v10M5 17h14" stroke="#fff" strokeWidth="2.4" fill="none" />
    </svg>
  );
}
