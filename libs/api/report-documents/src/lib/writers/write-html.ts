import type { Block, Line, ReportDocument, TableColumn } from '../content/report-document';
import { LOOK } from '../drawing/drawing';
import { escaped, toSvg } from '../drawing/to-svg';

/** One file that asks nobody for anything and runs nothing: style and pictures are in it, and its policy forbids the rest. */
export function writeHtml(report: ReportDocument, tell: () => void): Uint8Array {
  const { language, fileTitle, kind, title, facts, note } = report;
  const page = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="robots" content="noindex">
<meta name="date" content="${report.asOf.toISOString()}">
<title>${escaped(fileTitle)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<p class="kind">${escaped(kind)}</p>
<h1 dir="auto">${escaped(title)}</h1>
<dl>
${facts.map(({ label, value }) => `<div><dt>${escaped(label)}</dt><dd dir="auto">${escaped(value)}</dd></div>`).join('\n')}
</dl>
<p class="quiet">${escaped(note)}</p>
${contentsOf(report)}
</header>
<main>
${sectionsOf(report.blocks, tell)}
</main>
</body>
</html>
`;
  return new TextEncoder().encode(page);
}

function contentsOf({ contents, blocks }: ReportDocument): string {
  const entries = blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 1
      ? [`<li><a href="#${block.id}">${escaped(block.text)}</a></li>`]
      : [],
  );
  return `<nav aria-labelledby="contents"><h2 id="contents">${escaped(contents)}</h2>\n<ol>\n${entries.join('\n')}\n</ol></nav>`;
}

function sectionsOf(blocks: readonly Block[], tell: () => void): string {
  let isOpen = false;
  const parts = blocks.map((block) => {
    if (block.kind !== 'heading' || block.level !== 1) return blockOf(block, tell);
    const before = isOpen ? '</section>\n' : '';
    isOpen = true;
    return `${before}<section aria-labelledby="${block.id}"${block.startsPage ? ' class="page"' : ''}>\n${blockOf(block, tell)}`;
  });
  return `${parts.join('\n')}${isOpen ? '\n</section>' : ''}`;
}

function blockOf(block: Block, tell: () => void): string {
  switch (block.kind) {
    case 'heading': {
      const name = `h${block.level + 1}`;
      return `<${name} id="${block.id}">${escaped(block.text)}</${name}>`;
    }
    case 'text':
      return `<p>${escaped(block.text)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`;
    case 'picture': {
      const svg = toSvg(block.drawing, 'text', `role="img" aria-label="${escaped(block.alt)}"`);
      tell();
      return `<figure>${svg}</figure>`;
    }
    case 'table':
      return tableOf(block);
  }
}

function tableOf({ id, caption, columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const head = columns.map((column) => `<th scope="col"${classOf(column)}>${escaped(column.label)}</th>`);
  const body = rows.map((row) => {
    const cells = row.map((lines, at) => {
      const name = at === 0 ? 'th' : 'td';
      const scope = at === 0 ? ' scope="row"' : '';
      return `<${name}${scope}${classOf(columns[at])}>${lines.map(lineOf).join('<br>')}</${name}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="table" role="region" tabindex="0" aria-labelledby="${id}"><table>
<caption id="${id}">${escaped(caption)}</caption>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}

function classOf(column: TableColumn | undefined): string {
  return column?.isNumber ? ' class="number"' : '';
}

/** Texts of any direction stand for themselves and turn nothing around them. */
function lineOf({ text, isStrong, address, label }: Line): string {
  const words = `<bdi>${escaped(text)}</bdi>`;
  const before = label === undefined ? '' : `${escaped(label)} `;
  if (address && /^https?:\/\//.test(address)) return `${before}<a href="${escaped(address)}">${words}</a>`;
  return isStrong ? `<strong>${words}</strong>` : words;
}

const STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1rem 4rem;max-width:60rem;background:${LOOK.paper};color:${LOOK.ink};font:1rem/1.55 Roboto,system-ui,"Segoe UI",Arial,sans-serif;overflow-wrap:break-word}
h1,h2,h3{line-height:1.2;text-wrap:balance}
h1{font-size:2.25rem;margin:.25rem 0 1.5rem}
h2{font-size:1.5rem;margin:3rem 0 .5rem;color:${LOOK.harbour}}
h3{font-size:1.15rem;margin:2rem 0 .25rem}
nav h2{font-size:1.1rem;margin:2rem 0 .25rem}
p{max-width:68ch;margin:.5rem 0 1rem}
li{max-width:68ch;margin:.35rem 0}
a{color:${LOOK.harbour}}
:focus-visible{outline:3px solid ${LOOK.harbour};outline-offset:2px}
.kind{margin:0;color:${LOOK.soft};text-transform:uppercase;letter-spacing:.06em;font-size:.875rem}
.quiet,caption{color:${LOOK.soft}}
dl{margin:0 0 1.5rem}
dl div{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.35rem 0;border-bottom:1px solid ${LOOK.line}}
dt{flex:0 0 12rem;color:${LOOK.soft}}
dd{margin:0;flex:1 1 14rem}
figure{margin:1rem 0}
svg{display:block;width:100%;height:auto;max-width:62.5rem}
.table{overflow-x:auto;margin:1rem 0 2rem}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
caption{text-align:left;padding:.25rem 0;font-size:.875rem}
th,td{padding:.4rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid ${LOOK.line};min-width:6.5rem}
td a,th a{overflow-wrap:anywhere}
thead th{border-bottom:2px solid ${LOOK.soft}}
tbody th{font-weight:inherit;min-width:10rem;max-width:24rem}
.number{text-align:right;font-variant-numeric:tabular-nums}
@media print{
@page{size:A4;margin:2cm}
body{padding:0;max-width:none;font-size:10.5pt}
.page{break-before:page}
nav{display:none}
h2,h3,caption{break-after:avoid}
figure,tr{break-inside:avoid}
thead{display:table-header-group}
.table{overflow:visible}
a{color:inherit;text-decoration:none}
}
`;
