import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { run } from '../processes/run.ts';
import { Problem } from '../terminal/problem.ts';
import { temporaryFolder } from '../workspace.ts';

export interface Browser {
  executable: string;
  /** What its environment needs on top of ours. */
  env: Record<string, string>;
  /** For the summary: where it comes from. */
  origin: string;
}

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];
const OTHER_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A Chromium for journeys, screenshots and benchmarks: REIHE_BROWSER, else the machine's own, else the one among the packages,
 * which runs on Linux x64 without anything installed.
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const named = env['REIHE_BROWSER'] ?? env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Problem(`There is no browser at ${named} (REIHE_BROWSER).`);
    return { executable: named, env: {}, origin: named };
  }
  for (const executable of [...onPath(env), ...OTHER_PLACES]) {
    if (existsSync(executable) && (await answers(executable, {})))
      return { executable, env: {}, origin: executable };
  }
  return packagedBrowser();
}

function onPath(env: NodeJS.ProcessEnv): string[] {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function answers(executable: string, env: Record<string, string>): Promise<boolean> {
  return (await run(executable, ['--version'], { env: { ...process.env, ...env } })).code === 0;
}

async function packagedBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Problem('No Chrome or Chromium was found. Install one, or name it in REIHE_BROWSER.');
  }
  const folder = await unpacked();
  writeFileSync(join(folder, 'fonts', 'fonts.conf'), fontsConfig(folder));
  const executable = join(folder, 'chromium');
  const fonts = { FONTCONFIG_PATH: join(folder, 'fonts') };
  const origin = 'the package @sparticuz/chromium';
  if (await answers(executable, fonts)) return { executable, env: fonts, origin };
  // A machine without the libraries that a desktop has: the package brings those, too.
  const withLibraries = { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
  if (await answers(executable, withLibraries)) return { executable, env: withLibraries, origin };
  const { output } = await run(executable, ['--version'], { env: { ...process.env, ...withLibraries } });
  throw new Problem(
    `The Chromium from the packages does not run here:\n${output.trim()}\nInstall Chrome or name one in REIHE_BROWSER.`,
  );
}

/**
 * The package's own settings name folders of the service it is made for. Where no font is found, this Chromium ends itself at the
 * first letter that the page's own fonts have not brought yet.
 */
function fontsConfig(folder: string): string {
  const own = join(folder, 'fonts');
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `  <dir>${join(own, 'fonts')}</dir>`,
    '  <dir>/usr/share/fonts</dir>',
    `  <cachedir>${join(own, 'cache')}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
}

/** Unpacks once per version; a folder of that name is complete. */
async function unpacked(): Promise<string> {
  const require = createRequire(import.meta.url);
  const packageFolder = dirname(dirname(dirname(require.resolve('@sparticuz/chromium'))));
  const { version } = require(join(packageFolder, 'package.json')) as { version: string };
  const folder = join(temporaryFolder, `browser-${version}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.of-${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const { code, output } = await run(process.execPath, [join(import.meta.dirname, 'unpack.ts')], {
    // The package brings its libraries only where it believes to be on that service.
    env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  if (code !== 0) throw new Problem(`The Chromium from the packages could not be unpacked:\n${output}`);
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another command was quicker.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
