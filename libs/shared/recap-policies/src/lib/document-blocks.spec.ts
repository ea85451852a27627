import type { RichDocument, RichNode } from '@reihe/shared-contracts';
import { settle, threeWayMerge, pathKey } from '@reihe/shared-policies';
import fc from 'fast-check';
import { blocksOf, documentOfBlocks, namedBlocks, type BlockDocument } from './document-blocks';
import { checkRichDocument } from './rich-document';

const paragraph = (words: string, id?: string): RichNode => ({
  type: 'paragraph',
  ...(id !== undefined && { attrs: { id } }),
  ...(words && { content: [{ type: 'text', text: words }] }),
});
const doc = (...content: RichNode[]): RichDocument => ({ type: 'doc', content });
const idsOf = ({ content }: RichDocument) => content.map(({ attrs }) => attrs?.id);
const linesOf = ({ content }: { content: readonly RichNode[] }) =>
  content.map((block) => block.content?.[0]?.text ?? '');

const words = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 });
const someDocument = fc
  .array(fc.tuple(words, fc.option(fc.uuid(), { nil: undefined })), { maxLength: 8 })
  .map((blocks) => doc(...blocks.map(([text, id]) => paragraph(text, id))));

describe('the blocks of a document', () => {
  it('keep the names they have, and get the same ones wherever the same text is read', () => {
    const stored = doc(paragraph('One'), paragraph('Two', 'mine-1'), paragraph('One'), paragraph(''));
    const named = namedBlocks(stored);
    expect(idsOf(named)[1]).toBe('mine-1');
    expect(new Set(idsOf(named)).size).toBe(4);
    // As the database gives it back: the keys in another order.
    const again = JSON.parse(
      JSON.stringify(stored).replace(
        '{"type":"paragraph","content":[{"type":"text","text":"One"}]}',
        '{"content":[{"text":"One","type":"text"}],"type":"paragraph"}',
      ),
    ) as RichDocument;
    expect(idsOf(namedBlocks(again))).toEqual(idsOf(named));
    expect(namedBlocks(named)).toEqual(named);
  });

  it('are what the document was, whatever it holds', () => {
    fc.assert(
      fc.property(someDocument, (document) => {
        const named = namedBlocks(document);
        expect(documentOfBlocks(blocksOf(named))).toEqual(named);
        expect(checkRichDocument(named)).toBeNull();
        expect(new Set(idsOf(named)).size).toBe(named.content.length);
        expect(linesOf(named)).toEqual(linesOf(document));
      }),
    );
  });
});

/** What somebody does to a text: each block is kept, written anew, taken out, or followed by a new one. */
const anEdit = fc.array(fc.constantFrom('keep', 'write', 'remove', 'add'), { minLength: 8, maxLength: 8 });

function edited(base: BlockDocument, acts: readonly string[], who: string): BlockDocument {
  return {
    type: 'doc',
    content: base.content.flatMap((block, at) => {
      const own = { ...paragraph(`${who} ${at}`), id: `${who}-new-${at}` };
      const act = acts[at];
      if (act === 'remove') return [];
      if (act === 'write') return [{ ...block, content: [{ type: 'text', text: `${who} ${at}` }] }];
      return act === 'add' ? [block, own] : [block];
    }),
  };
}

describe('two who write in one text', () => {
  const base = blocksOf(doc(...Array.from({ length: 8 }, (_, at) => paragraph(`Line ${at}`, `line-${at}`))));

  it('both find everything that they wrote, unless they wrote at the same block, which is asked', () => {
    fc.assert(
      fc.property(anEdit, anEdit, (hers, his) => {
        const theirs = edited(base, hers, 'she');
        const mine = edited(base, his, 'he');
        const merge = threeWayMerge(base, theirs, mine);
        const asked = new Set(merge.conflicts.map(({ path }) => path[1]));
        for (const [side, acts] of [
          [theirs, hers],
          [mine, his],
        ] as const)
          for (const block of side.content) {
            const at = base.content.findIndex(({ id }) => id === block.id);
            const isOwn = at < 0 || acts[at] === 'write';
            if (!isOwn || asked.has(block.id)) continue;
            expect(linesOf(merge.merged)).toContain(block.content?.[0]?.text);
          }
        const clash = base.content.filter((_, at) => {
          const acts = [hers[at], his[at]];
          return acts.every((act) => act === 'write') || (acts.includes('write') && acts.includes('remove'));
        });
        expect([...asked].toSorted()).toEqual(clash.map(({ id }) => id).toSorted());
        const ids = merge.merged.content.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 500 },
    );
  });

  it('keep the answer that was given, also to take a block out', () => {
    const theirs = edited(base, ['remove', ...Array<string>(7).fill('keep')], 'she');
    const mine = edited(base, ['write', ...Array<string>(7).fill('keep')], 'he');
    const merge = threeWayMerge(base, theirs, mine);
    const [conflict] = merge.conflicts;
    if (!conflict) throw new Error('Nothing was asked.');
    expect(linesOf(settle(merge, new Map([[pathKey(conflict.path), conflict.mine]])))).toContain('he 0');
    expect(linesOf(settle(merge, new Map([[pathKey(conflict.path), conflict.theirs]])))).toHaveLength(7);
  });
});
