import { Fragment } from 'react';
import type { Paragraph } from '@/lib/domain/comparison/source';
import { placeIds, textOf } from './places';
import type { SummaryAddress } from './summary-address';
import { TracedNumber } from './trace/traced-number';

type Props = {
  paragraphs: Paragraph[];
  address: SummaryAddress;
  /** The id of a number by its paragraph and segment. */
  idOf?: (paragraph: number, segment: number) => string;
};

/** The text as an office would issue it; its numbers lead to their figures. */
export function Narrative({ paragraphs, address, idOf = placeIds.text }: Props) {
  return (
    <div lang="zh-CN" className="document">
      {paragraphs.map((paragraph, index) => {
        if (paragraph.kind === 'title') return null;
        const content = paragraph.segments.map((segment, position) => (
          <Fragment key={position}>
            {segment.figures?.length ? (
              <TracedNumber
                id={idOf(index, position)}
                number={{ ...segment, figures: segment.figures }}
                address={address}
              />
            ) : (
              segment.text
            )}
          </Fragment>
        ));
        return paragraph.kind === 'heading' ? (
          <h2 key={index} id={headingId(index)}>
            {content}
          </h2>
        ) : (
          <p key={index}>{content}</p>
        );
      })}
    </div>
  );
}

/** Headings of the text with the ids they carry on the page. */
export function headingsOf(paragraphs: Paragraph[]): { id: string; text: string }[] {
  return paragraphs.flatMap((paragraph, index) =>
    paragraph.kind === 'heading' ? [{ id: headingId(index), text: textOf(paragraph) }] : [],
  );
}

const headingId = (index: number): string => `part-${index}`;
