import { spawn } from 'node:child_process';
import { buildChanged } from '../build/build-changed.ts';
import { runningPostgresUrl } from '../postgres/cluster.ts';
import { openDatabase, postgresFolder } from '../start/database.ts';
import { runApiCommand } from '../start/api-command.ts';
import { RunLock } from '../start/run-lock.ts';
import { serverSecret } from '../start/secrets.ts';
import { runCommand } from '../terminal/problem.ts';
import { apiCli, workspaceRoot } from '../workspace.ts';

/** `npm run account -- create --email … --name … --role …`: works beside a running `npm start` and without one. */
await runCommand(async () => {
  const args = ['account', ...process.argv.slice(2)];
  await buildChanged(['api']);
  if (!process.env['DATABASE_URL'] && RunLock.holder())
    return onDatabase(runningPostgresUrl(postgresFolder), args);
  const lock = await RunLock.take('npm run account');
  try {
    const database = await openDatabase(process.env);
    try {
      const env = environment(database.url);
      await runApiCommand(['migrate'], env);
      return await onDatabase(database.url, args);
    } finally {
      await database.stop();
    }
  } finally {
    lock.release();
  }
});

function environment(url: string): NodeJS.ProcessEnv {
  return { ...process.env, DATABASE_URL: url, REIHE_SECRET: process.env['REIHE_SECRET'] ?? serverSecret() };
}

/** The command asks for the password, so it gets the terminal. */
function onDatabase(url: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [apiCli, ...args], {
      cwd: workspaceRoot,
      env: environment(url),
      stdio: 'inherit',
    });
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
