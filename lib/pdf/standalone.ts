/** Addresses of the style sheets of a page, in their order. */
export function stylesOf(html: string): string[] {
  return [...html.matchAll(/<link\b[^>]*>/g)].flatMap(([link]) =>
    /\brel="stylesheet"/.test(link)
      ? (/\bhref="([^"]+)"/.exec(link)?.[1]?.replaceAll('&amp;', '&') ?? [])
      : [],
  );
}

/** A page that needs nothing from anywhere: its style sheets stand in it, and scripts, links to files and forms'
 *  targets are gone. What it still might ask for is forbidden by its own policy. */
export function standalone(html: string, styles: readonly string[]): string {
  const bare = html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '')
    .replace(/<(link|base)\b[^>]*>/gi, '')
    .replace(/<meta\b[^>]*http-equiv[^>]*>/gi, '');
  const css = styles.map((text) => text.replaceAll('</', '<\\/')).join('\n');
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"><style>${css}</style>`;
  return bare.replace(/<head>|<head\s[^>]*>/i, (tag) => `${tag}${head}`);
}
