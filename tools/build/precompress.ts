import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const COMPRESSIBLE = '**/*.{js,css,svg,html,json,txt,xml,webmanifest}';
/** Below this a compressed copy saves less than its headers cost. */
const LEAST_BYTES = 1024;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/**
 * Writes `.br` and `.gz` beside every text file below a folder, at the highest setting: once per build instead of at a middling
 * setting per request.
 */
export async function precompress(folder: string): Promise<void> {
  for (const name of globSync(COMPRESSIBLE, { cwd: folder })) {
    const file = join(folder, name);
    if (statSync(file).size < LEAST_BYTES) continue;
    const contents = readFileSync(file);
    const options = {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: contents.length },
    };
    writeFileSync(`${file}.br`, await brotli(contents, options));
    writeFileSync(`${file}.gz`, await gzipped(contents, { level: 9 }));
  }
}
