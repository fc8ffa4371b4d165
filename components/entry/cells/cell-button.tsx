/** A choice under a cell. `explains`: the check it is about, where the keys of the grid stop at it. */
export function CellButton({
  onClick,
  explains,
  children,
}: {
  onClick: () => void;
  explains?: string;
  children: string;
}) {
  return (
    <button
      type="button"
      data-explains={explains}
      onClick={onClick}
      className="min-h-8 rounded-md border border-line-2 bg-paper px-3 text-act"
    >
      {children}
    </button>
  );
}
