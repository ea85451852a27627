import type { ExchangeRow, RecapText } from '@reihe/shared-editorial';
import type { RichDocument, RichNode } from '@reihe/shared-contracts';
import { hasWords, isTextLine, namedBlocks, withBlockOf } from '@reihe/shared-recap-policies';
import type { ComparedRow } from './compare-file';

const NOTHING: RecapText = {
  ...{ title: '', slug: '', lead: '', seoTitle: '', seoDescription: '' },
  body: { type: 'doc', content: [] },
};

export function mayTake({ kind, problems }: ExchangeRow): boolean {
  return (kind === 'new' || kind === 'change') && problems.length === 0;
}

/** The translation with these parts of a file; what has no words to translate comes along from the original. */
export function withRows(
  original: RecapText,
  translation: RecapText | null,
  rows: readonly ComparedRow[],
): RecapText {
  const text = { ...NOTHING, ...translation };
  let body: RichDocument = translation ? namedBlocks(translation.body) : NOTHING.body;
  for (const {
    row: { key },
    content,
  } of rows) {
    if (isTextLine(key)) text[key] = typeof content === 'string' ? content : '';
    else if (content && typeof content !== 'string') body = withBlock(original, body, content, key);
  }
  for (const block of namedBlocks(original.body).content) {
    const isText = block.type === 'paragraph' || block.type === 'heading';
    const isEmpty = isText && !block.content?.length;
    if (!isEmpty && !hasWords(block) && block.attrs?.id)
      body = withBlockOf(original.body, withoutEmpty(body), block.attrs.id);
  }
  return {
    ...text,
    body: body.content.length > 0 ? body : { type: 'doc', content: [{ type: 'paragraph' }] },
  };
}

function withBlock(original: RecapText, body: RichDocument, block: RichNode, key: string): RichDocument {
  const placed = withBlockOf(original.body, withoutEmpty(body), key);
  return {
    type: 'doc',
    content: placed.content.map((one) => (one.attrs?.id === key ? block : one)),
  };
}

/** A text that was not begun has one empty paragraph. */
function withoutEmpty(body: RichDocument): RichDocument {
  const [first, ...others] = body.content;
  const isUnwritten = others.length === 0 && first?.type === 'paragraph' && !first.content?.length;
  return isUnwritten ? { type: 'doc', content: [] } : body;
}
