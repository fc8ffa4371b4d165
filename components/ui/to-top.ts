/** A step was done at the end of a long page: what came of it stands at the top, and there the reader goes on. */
export function toTop(): void {
  scrollTo({ top: 0 });
  document.getElementById('content')?.focus({ preventScroll: true });
}
