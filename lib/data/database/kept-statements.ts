import 'server-only';

/** What a statement begins with that the server shall parse and plan once for each connection instead of every time.
 *  For what people wait for and is asked all the time: finding a few rows by their keys. Not for lists of a part of the
 *  tree, whose best plan depends on how large the part is, nor for texts that grow with what is asked for. */
const mark = '/* kept */';

/** More texts than there should ever be: each costs memory on each connection. */
const most = 100;

/** Names for the marked statements of one pool, always the same for the same text; none for others, and none where a
 *  pooler hands one connection round (`pgbouncer=true` in the address): what was prepared on it may not be there the
 *  next time. */
export function nameStatements(address: string | undefined): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  const isPooled = /[?&]pgbouncer=true(&|$)/.test(address ?? '');
  return ({ sql }) => {
    if (isPooled || !sql.startsWith(mark)) return '';
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size === most) return '';
    const name = `kept_${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}
