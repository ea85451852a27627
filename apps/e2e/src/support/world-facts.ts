import { readFileSync } from 'node:fs';

/** Where the world that the journeys walk in is to be found; written by the set-up, read by every test process. */
export interface WorldFacts {
  baseUrl: string;
  mailUrl: string;
  staffPassword: string;
  /** What the server was told, for journeys that start another process beside it. */
  serverEnv: NodeJS.ProcessEnv;
}

export const WORLD_FILE_VARIABLE = 'REIHE_E2E_WORLD';

function read(): WorldFacts {
  const file = process.env[WORLD_FILE_VARIABLE];
  if (!file) throw new Error('The journeys need their world: run them through playwright.config.ts.');
  return JSON.parse(readFileSync(file, 'utf8')) as WorldFacts;
}

let facts: WorldFacts | undefined;

export const world: WorldFacts = {
  get baseUrl() {
    return (facts ??= read()).baseUrl;
  },
  get mailUrl() {
    return (facts ??= read()).mailUrl;
  },
  get staffPassword() {
    return (facts ??= read()).staffPassword;
  },
  get serverEnv() {
    return (facts ??= read()).serverEnv;
  },
};
