// ECharts draws for a live page; what we send is a still picture that a screen reader can name and that needs no style
// of its own.

type Naming = { id: string; title: string; description: string };

/** The drawing with a title and a description, stable ids, and neither style elements nor inline styles. */
export function plainSvg(svg: string, { id, title, description }: Naming): string {
  return svg
    .replace(/<style\b[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events|baseProfile|xmlns:xlink)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => attributesOf(style))
    .replace(/\bzr\d+-/g, `${id}-`)
    .replace(/\n+/g, '')
    .replace(
      /^<svg width="(\d+)" height="(\d+)"/,
      `<svg role="img" aria-labelledby="${id}-title ${id}-desc" width="$1" height="$2"`,
    )
    .replace(
      '>',
      `><title id="${id}-title">${escaped(title)}</title><desc id="${id}-desc">${escaped(description)}</desc>`,
    );
}

function attributesOf(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.split(':').map((part) => part.trim()))
    .map(([name, value]) => (name && value ? ` ${name}="${value}"` : ''))
    .join('');
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
