/** A choice under a cell. */
export function CellButton({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button type="button" onClick={onClick} className="min-h-8 rounded-md border border-line-2 bg-paper px-3 text-act">
      {children}
    </button>
  );
}
