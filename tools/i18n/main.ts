import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADMIN_LANGUAGES, LANGUAGES } from '../../libs/shared/contracts/src/lib/languages.ts';
import { run } from '../processes/run.ts';
import { Problem, runCommand } from '../terminal/problem.ts';
import { temporaryFolder, workspaceRoot } from '../workspace.ts';
import {
  compare,
  idsIn,
  isShared,
  unnamed,
  unusedShared,
  type Finding,
  type MessageFile,
} from './messages.ts';

const USAGE = `npm run i18n [-- --check]

Extracts the messages of portal and admin and compares them with src/locale/messages.<language>.json.
A language is added by naming it in libs/shared/contracts (languages.ts) and adding its files: this command
tells each application's build about them and lists what is still to be translated. Unused translations are
removed.
  --check   changes nothing; fails when something is missing, unused or out of step`;

const apps = ['portal', 'admin'] as const;
type App = (typeof apps)[number];

/** What each application is promised in, beside the language it is written in. */
const promised: Record<App, readonly string[]> = { portal: LANGUAGES, admin: ADMIN_LANGUAGES };
const SOURCE = 'en';

const sharedFolder = 'libs/web/platform/src/locale';

interface Project {
  i18n: { sourceLocale: string; locales: Record<string, { translation: string[] }> };
}

async function main(): Promise<number> {
  const asked = process.argv.slice(2);
  if (asked.some((word) => word !== '--check')) throw new Problem(USAGE, 2);
  const isCheck = asked.includes('--check');

  let wrong = 0;
  const extracted = await extract();
  for (const app of apps) {
    wrong += syncLanguages(app, isCheck);
    const source = extracted[app];
    for (const id of unnamed(source))
      wrong += tell(`${app}: give this message an id (@@area.key): "${source[id]}"`);
    for (const language of languagesOf(app)) {
      const own = readMessages(ownFile(app, language), language);
      const shared = readMessages(join(sharedFolder, `messages.${language}.json`), language);
      const findings = compare(source, own.translations, shared.translations, language);
      wrong += report(ownFile(app, language), own, findings, isCheck);
    }
  }
  wrong += checkShared(isCheck);
  if (wrong === 0) process.stdout.write('Every message is translated, none is left over.\n');
  return wrong === 0 ? 0 : 1;
}

async function extract(): Promise<Record<App, Record<string, string>>> {
  const folder = join(temporaryFolder, 'i18n');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  process.stdout.write('Extracting the messages …\n');
  const nx = join(workspaceRoot, 'node_modules/.bin/nx');
  const result = await run(
    process.execPath,
    [nx, 'run-many', '--target=extract-i18n', `--projects=${apps.join()}`, '--parallel=2'],
    { cwd: workspaceRoot },
  );
  if (result.code !== 0) throw new Problem(`The messages could not be extracted:\n\n${result.output}`);
  const read = (app: App) => readMessages(join('tmp/i18n', `${app}.json`), SOURCE).translations;
  return { portal: read('portal'), admin: read('admin') };
}

function ownFile(app: App, language: string): string {
  return `apps/${app}/src/locale/messages.${language}.json`;
}

/** Languages an application is translated into: those it is promised in, and those it has a file for. */
function languagesOf(app: App): string[] {
  const files = globSync(`apps/${app}/src/locale/messages.*.json`, { cwd: workspaceRoot });
  const begun = files.flatMap((file) => /messages\.([\w-]+)\.json$/.exec(file)?.[1] ?? []);
  return [...new Set([...begun, ...promised[app]])].filter((language) => language !== SOURCE).sort();
}

/** Puts into project.json what lies in src/locale. Returns 1 where it was out of step and may not be changed. */
function syncLanguages(app: App, isCheck: boolean): number {
  const file = join(workspaceRoot, 'apps', app, 'project.json');
  const project = JSON.parse(readFileSync(file, 'utf8')) as Project;
  const locales = Object.fromEntries(
    languagesOf(app).map((language) => [
      language,
      { translation: [`${sharedFolder}/messages.${language}.json`, ownFile(app, language)] },
    ]),
  );
  if (JSON.stringify(project.i18n.locales) === JSON.stringify(locales)) return 0;
  if (isCheck)
    return tell(`apps/${app}/project.json: i18n.locales is not what lies in src/locale; run npm run i18n`);
  project.i18n.locales = locales;
  writeFileSync(file, `${JSON.stringify(project, null, 2)}\n`);
  tell(`apps/${app}/project.json: builds ${Object.keys(locales).join(', ')}`);
  return 0;
}

function readMessages(file: string, language: string): MessageFile {
  const path = join(workspaceRoot, file);
  if (!existsSync(path)) return { locale: language, translations: {} };
  return JSON.parse(readFileSync(path, 'utf8')) as MessageFile;
}

/** Tells the findings; removes what is unused unless only checking. Returns how many are left. */
function report(file: string, messages: MessageFile, findings: readonly Finding[], isCheck: boolean): number {
  const unused = findings.filter(({ problem }) => problem === 'unused');
  const open = isCheck ? findings : findings.filter(({ problem }) => problem !== 'unused');
  if (!isCheck && unused.length > 0) {
    const gone = new Set(unused.map(({ id }) => id));
    const kept = Object.entries(messages.translations).filter(([id]) => !gone.has(id));
    writeMessages(file, { ...messages, translations: Object.fromEntries(kept) });
    tell(`${file}: removed ${unused.length} unused`);
  }
  for (const { id, problem, source } of open) {
    const target = isShared(id) ? join(sharedFolder, `messages.${messages.locale}.json`) : file;
    tell(`${target}: ${problem}: "${id}"${source === undefined ? '' : `: ${JSON.stringify(source)}`}`);
  }
  return open.length;
}

function checkShared(isCheck: boolean): number {
  const sources = globSync('libs/web/*/src/**/*.{ts,html}', { cwd: workspaceRoot });
  const ids = new Set(sources.flatMap((file) => idsIn(readFileSync(join(workspaceRoot, file), 'utf8'))));
  let wrong = 0;
  for (const file of globSync(`${sharedFolder}/messages.*.json`, { cwd: workspaceRoot })) {
    const language = /messages\.([\w-]+)\.json$/.exec(file)?.[1] ?? '';
    const messages = readMessages(file, language);
    wrong += report(file, messages, unusedShared(messages.translations, ids), isCheck);
  }
  return wrong;
}

function writeMessages(file: string, messages: MessageFile): void {
  writeFileSync(join(workspaceRoot, file), `${JSON.stringify(messages, null, 2)}\n`);
}

function tell(words: string): 1 {
  process.stdout.write(`${words}\n`);
  return 1;
}

await runCommand(main);
