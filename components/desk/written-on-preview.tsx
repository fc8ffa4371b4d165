import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { isChip, type Block } from '@/lib/domain/desk/manuscript';
import type { Aside, WrittenOn } from '@/lib/domain/written-on/write-on';

/** What writing on gives: the counts, the text with its new numbers, and each sentence that is kept aside with why. */
export function WrittenOnPreview({ written }: { written: WrittenOn }) {
  const t = useTranslations('desk.writtenOn');
  const { kept, reworded, asides, dated } = written;
  const asideOf = new Map(asides.map((aside) => [aside.block, aside]));
  return (
    <>
      <Notice
        kind={asides.length + dated > 0 ? 'attention' : 'good'}
        title={t('counts', { kept, reworded, aside: asides.length })}
      >
        {dated > 0 ? <p>{t('dated', { count: dated })}</p> : null}
      </Notice>
      <div lang="zh-CN" className="my-4 max-w-[44rem] leading-8 break-words">
        {paragraphsIn(written.blocks).map((blocks) => (
          <Paragraph key={blocks[0]!.id} blocks={blocks} asideOf={asideOf} />
        ))}
      </div>
    </>
  );
}

type ParagraphProps = { blocks: readonly Block[]; asideOf: ReadonlyMap<string, Aside> };

function Paragraph({ blocks, asideOf }: ParagraphProps) {
  const first = blocks[0] as Block;
  if (first.kind === 'title' || first.kind === 'heading')
    return (
      <h2 className="mt-4 font-bold">
        <Words block={first} />
      </h2>
    );
  const asides = blocks.flatMap(({ id }) => asideOf.get(id) ?? []);
  return (
    <>
      <p>
        {blocks
          .filter(({ hidden }) => !hidden)
          .map((block) => (
            <Words key={block.id} block={block} />
          ))}
      </p>
      {asides.map((aside) => (
        <AsideNote key={aside.block} aside={aside} />
      ))}
    </>
  );
}

/** Words with their numbers in bold, and what needs new words marked. */
function Words({ block: { kind, parts } }: { block: Block }) {
  const said = parts.map((part, place) =>
    isChip(part) ? (
      <b key={place} className="tabular-nums">
        {part.text}
      </b>
    ) : (
      part
        .split(/(【[^【】]*】)/)
        .map((piece, at) =>
          piece.startsWith('【') ? <mark key={`${place} ${at}`}>{piece}</mark> : piece,
        )
    ),
  );
  return kind === 'sentence' ? <span className="text-act">{said}</span> : <>{said}</>;
}

function AsideNote({ aside: { text, why, instead } }: { aside: Aside }) {
  const t = useTranslations('desk.writtenOn');
  return (
    <div className="my-2 border-l-4 border-line-2 pl-3 text-table leading-6 text-ink-2">
      <p>
        <s>{text}</s>
      </p>
      <p className="text-attention">{t(`why.${why}`)}</p>
      {instead.length > 0 ? <p>{t('instead')}</p> : null}
    </div>
  );
}

/** Blocks by paragraph. */
function paragraphsIn(blocks: readonly Block[]): Block[][] {
  const paragraphs: Block[][] = [];
  for (const block of blocks) {
    const last = paragraphs.at(-1);
    const isAlone = block.kind === 'title' || block.kind === 'heading';
    if (!last || block.opens || isAlone) paragraphs.push([block]);
    else last.push(block);
  }
  return paragraphs;
}
