import sharp from 'sharp';
import type { ImageRun, Paragraph, Table } from 'docx';
import type { Block, Line, ReportDocument } from '../content/report-document';
import { LOOK, type Drawing } from '../drawing/drawing';
import { toSvg } from '../drawing/to-svg';
import { sealDocx } from './seal-docx';

type Docx = typeof import('docx');

/** A4 with margins of 2 cm, in twentieths of a point. */
const PAGE = { width: 11906, height: 16838 };
const MARGIN = 1134;
const ROOM = PAGE.width - 2 * MARGIN;
/** Pixels of 1/96 inch. */
const PICTURE_WIDTH = 640;
/** Half points. */
const SMALL = 18;
const [INK, SOFT, LINE, HARBOUR] = [LOOK.ink, LOOK.soft, LOOK.line, LOOK.harbour].map((colour) =>
  colour.slice(1),
) as [string, string, string, string];

/** A document for word processors: headings, tables with header rows and pictures with alternative texts are what they say. */
export async function writeDocx(report: ReportDocument, tell: () => void): Promise<Uint8Array> {
  // A megabyte that only who makes such a file needs.
  const docx = await import('docx');
  const { Document, Footer, Packer, PageNumber, Paragraph, TextRun } = docx;
  const children: (Paragraph | Table)[] = coverOf(report, docx);
  let pictures = 0;
  for (const block of report.blocks) {
    if (block.kind === 'picture') {
      pictures += 1;
      children.push(
        new Paragraph({
          keepNext: true,
          spacing: { line: 240, lineRule: 'auto' },
          children: [await pictureOf(block, pictures, docx)],
        }),
      );
      tell();
    } else children.push(...blockOf(block, docx));
  }
  const [beforePage = '', between = '', after = ''] = report.page('\u0000', '\u0000').split('\u0000');
  const footer = new Paragraph({
    alignment: 'right',
    children: [
      new TextRun({
        children: [beforePage, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
        ...{ size: SMALL, color: SOFT },
      }),
    ],
  });
  const document = new Document({
    title: report.fileTitle,
    subject: report.kind,
    creator: 'Reihe',
    lastModifiedBy: 'Reihe',
    revision: 1,
    styles: stylesOf(report.language),
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [
            {
              ...{ level: 0, format: 'bullet', text: '•', alignment: 'left' },
              style: { paragraph: { indent: { left: 360, hanging: 260 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: PAGE,
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: { default: new Footer({ children: [footer] }) },
        children,
      },
    ],
  });
  return sealDocx(new Uint8Array(await Packer.toBuffer(document)), report.asOf);
}

function stylesOf(language: string) {
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  const heading = (size: number, color: string, before: number) => ({
    run: { size, bold: true, color, font: 'Arial' },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: 'Arial', size: 20, color: INK, language: { value: locale } },
        paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' } },
      },
      title: heading(52, INK, 0),
      heading1: heading(34, HARBOUR, 480),
      heading2: heading(26, INK, 320),
      hyperlink: { run: { color: HARBOUR, underline: {} } },
    },
  } as const;
}

function coverOf({ kind, title, facts, note }: ReportDocument, docx: Docx): (Paragraph | Table)[] {
  const { HeadingLevel, Paragraph, TextRun } = docx;
  return [
    new Paragraph({
      spacing: { before: 1600 },
      children: [new TextRun({ text: kind, allCaps: true, color: SOFT })],
    }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
    ...facts.map(
      ({ label, value }) =>
        new Paragraph({
          tabStops: [{ type: 'left', position: 2600 }],
          indent: { left: 2600, hanging: 2600 },
          children: [new TextRun({ text: `${label}\t`, color: SOFT }), new TextRun(value)],
        }),
    ),
    new Paragraph({ spacing: { before: 360 }, children: [new TextRun({ text: note, color: SOFT })] }),
  ];
}

function blockOf(block: Exclude<Block, { kind: 'picture' }>, docx: Docx): (Paragraph | Table)[] {
  const { HeadingLevel, Paragraph, TextRun } = docx;
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          pageBreakBefore: block.startsPage === true,
          children: [new TextRun(block.text)],
        }),
      ];
    case 'text':
      return [new Paragraph({ keepNext: true, children: [new TextRun({ text: block.text, color: SOFT })] })];
    case 'list':
      return block.items.map(
        (text) =>
          new Paragraph({ numbering: { reference: 'points', level: 0 }, children: [new TextRun(text)] }),
      );
    case 'table':
      return tableOf(block, docx);
  }
}

/** Vector for who shows it, pixels for who does not; letters are outlines in both. */
async function pictureOf(
  { id, drawing, alt }: Extract<Block, { kind: 'picture' }>,
  number: number,
  docx: Docx,
): Promise<ImageRun> {
  const svg = Buffer.from(toSvg(drawing, 'outlines'));
  return new docx.ImageRun({
    type: 'svg',
    data: svg,
    fallback: { type: 'png', data: await pixelsOf(svg, drawing) },
    transformation: { width: PICTURE_WIDTH, height: (drawing.height / drawing.width) * PICTURE_WIDTH },
    altText: { id: String(number), name: id, title: '', description: alt },
  });
}

/** Twice as fine as it is shown. */
function pixelsOf(svg: Buffer, { width }: Drawing): Promise<Buffer> {
  return sharp(svg, { density: (72 * 2 * PICTURE_WIDTH) / width })
    .flatten({ background: LOOK.paper })
    .png({ compressionLevel: 9, palette: true, effort: 7 })
    .toBuffer();
}

function tableOf(
  { caption, columns, rows }: Extract<Block, { kind: 'table' }>,
  docx: Docx,
): (Paragraph | Table)[] {
  const { Paragraph, Table, TableCell, TableRow, TextRun } = docx;
  const share = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((width / share) * ROOM));
  const cell = (lines: Line[], at: number) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: 'dxa' },
      children: lines.map(
        (line) =>
          new Paragraph({
            alignment: columns[at]?.isNumber ? 'right' : 'left',
            spacing: { after: 0, line: 252, lineRule: 'auto' },
            children: lineOf(line, docx),
          }),
      ),
    });
  const rule = { style: 'single', size: 4, color: LINE } as const;
  const none = { style: 'none', size: 0, color: 'auto' } as const;
  return [
    new Paragraph({
      keepNext: true,
      children: [new TextRun({ text: caption, size: SMALL, color: SOFT })],
    }),
    new Table({
      layout: 'fixed',
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
      columnWidths: widths,
      margins: { top: 50, bottom: 50, left: 70, right: 70 },
      borders: {
        top: rule,
        bottom: rule,
        insideHorizontal: rule,
        left: none,
        right: none,
        insideVertical: none,
      },
      tableLook: { firstRow: true, firstColumn: true, lastRow: false, lastColumn: false },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map(({ label }, at) => cell([{ text: label, isStrong: true }], at)),
        }),
        ...rows.map(
          (row) => new TableRow({ cantSplit: true, children: row.map((lines, at) => cell(lines, at)) }),
        ),
      ],
    }),
    new Paragraph({ spacing: { after: 120 }, children: [] }),
  ];
}

function lineOf({ text, isStrong, address, label }: Line, { ExternalHyperlink, TextRun }: Docx) {
  const size = SMALL;
  if (!address || !/^https?:\/\//.test(address))
    return [new TextRun({ text, size, bold: isStrong === true })];
  return [
    ...(label === undefined ? [] : [new TextRun({ text: `${label} `, size })]),
    new ExternalHyperlink({
      link: address,
      children: [new TextRun({ text, size, style: 'Hyperlink' })],
    }),
  ];
}
