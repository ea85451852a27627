import pdfmake from 'pdfmake';
import type { Content, TableCell } from 'pdfmake/interfaces';
import type { Block, Line, ReportDocument } from '../content/report-document';
import { LOOK } from '../drawing/drawing';
import { TYPEFACE, TYPEFACE_FOLDER } from '../drawing/letters';
import { toSvg } from '../drawing/to-svg';

/** Points between the margins of a page. */
const WIDTH = 595.28 - 2 * 56;

pdfmake.setFonts({ Roboto: TYPEFACE });
// Nothing that somebody typed makes the printer read a file or ask another server.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(TYPEFACE_FOLDER));

/**
 * Pages of A4 with bookmarks, contents and page numbers.
 * @param report with texts that the typeface can print (`printable`)
 */
export async function writePdf(report: ReportDocument, tell: () => void): Promise<Uint8Array> {
  const { language, fileTitle, kind, title, facts, note, contents, page, asOf, blocks } = report;
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: [56, 64, 56, 64],
    info: { title: fileTitle, creationDate: asOf, modDate: asOf, creator: 'Reihe', producer: 'Reihe' },
    language,
    displayTitle: true,
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.3, color: LOOK.ink },
    footer: (current, all) => ({
      text: page(String(current), String(all)),
      alignment: 'right',
      margin: [56, 24, 56, 0],
      ...{ fontSize: 9, color: LOOK.soft },
    }),
    content: [
      { text: kind, fontSize: 12, color: LOOK.soft, margin: [0, 72, 0, 8] },
      { text: title, fontSize: title.length > 90 ? 18 : 26, bold: true, margin: [0, 0, 0, 24] },
      {
        layout: 'lightHorizontalLines',
        margin: [0, 0, 0, 18],
        table: {
          widths: [130, '*'],
          body: facts.map(({ label, value }) => [{ text: label, color: LOOK.soft }, { text: value }]),
        },
      },
      { text: note, color: LOOK.soft, margin: [0, 0, 0, 36] },
      {
        toc: {
          title: { text: contents, fontSize: 13, bold: true, margin: [0, 0, 0, 6] },
        },
      },
      ...together(blocks).map((group) => groupOf(group, tell)),
    ],
  });
  return new Uint8Array(await document.getBuffer());
}

/** A heading never stands alone at the foot of a page: what follows it stays with it, up to its picture, a table or a list. */
function together(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last && staysWith(last, block)) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function staysWith(group: readonly Block[], block: Block): boolean {
  if (group[0]?.kind !== 'heading') return false;
  if (block.kind === 'heading') return block.level === 2 && group.every(({ kind }) => kind !== 'picture');
  return block.kind === 'text' || block.kind === 'picture';
}

function groupOf(blocks: readonly Block[], tell: () => void): Content {
  const [first] = blocks;
  const startsPage = first?.kind === 'heading' && first.startsPage === true;
  const stack = blocks.map((block) => contentOf(block, tell));
  // Tables and lists may be longer than a page.
  const unbreakable = first?.kind === 'heading';
  return { stack, unbreakable, ...(startsPage ? { pageBreak: 'before' } : {}) };
}

function contentOf(block: Block, tell: () => void): Content {
  switch (block.kind) {
    case 'heading':
      return headingOf(block);
    case 'text':
      return { text: block.text, margin: [0, 0, 0, 10], color: LOOK.soft };
    case 'list':
      return {
        ul: block.items.map((text) => ({ stack: [{ text, margin: [0, 0, 0, 4] }], unbreakable: true })),
        margin: [0, 0, 0, 12],
      };
    case 'picture': {
      const svg = toSvg(block.drawing, 'text');
      tell();
      return { svg, width: WIDTH, margin: [0, 0, 0, 10] };
    }
    case 'table':
      return tableOf(block);
  }
}

function headingOf({ level, text }: Extract<Block, { kind: 'heading' }>): Content {
  return {
    text,
    bold: true,
    fontSize: level === 1 ? 17 : 12.5,
    ...(level === 1 ? { color: LOOK.harbour, tocItem: true, outline: true } : {}),
    margin: [0, level === 1 ? 18 : 14, 0, 6],
  };
}

function tableOf({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): Content {
  const share = columns.reduce((sum, { width }) => sum + width, 0);
  // The layout puts 8 pt on both sides of the lines between two columns.
  const room = WIDTH - (columns.length - 1) * 16;
  const alignment = (at: number) => (columns[at]?.isNumber ? 'right' : 'left');
  const head = columns.map(({ label }, at): TableCell => ({
    text: label,
    bold: true,
    alignment: alignment(at),
  }));
  const body = rows.map((row) =>
    row.map((lines, at): TableCell => ({ stack: lines.map(lineOf), alignment: alignment(at) })),
  );
  // Beside its head a table never parts from what it is about, and says both on each page.
  const about: TableCell[] = columns.map((_, at) =>
    at === 0 ? { text: caption, colSpan: columns.length, color: LOOK.soft } : {},
  );
  return {
    margin: [0, 0, 0, 14],
    layout: 'lightHorizontalLines',
    fontSize: 9,
    table: {
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => Math.floor((width / share) * room * 100) / 100),
      body: [about, head, ...body],
    },
  };
}

function lineOf({ text, isStrong, address, label }: Line): Content {
  if (!address || !/^https?:\/\//.test(address)) return { text, bold: isStrong === true };
  const before = label === undefined ? '' : `${label} `;
  return { text: [before, { text, link: address, color: LOOK.harbour }] };
}
