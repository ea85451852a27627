import { buildChanged } from '../build/build-changed.ts';
import { stopSignals, whenAborted } from '../processes/stop-signals.ts';
import { Problem, runCommand } from '../terminal/problem.ts';
import { duration, step } from '../terminal/steps.ts';
import { loadDemonstration, runApiCommand, type DemoAccount } from './api-command.ts';
import { openDatabase } from './database.ts';
import { refuseTakenPort, serverEnvironment, wantedPort } from './environment.ts';
import { RunLock } from './run-lock.ts';
import { demoPassword } from './secrets.ts';
import { startServer } from './server.ts';

await runCommand(async () => {
  const began = performance.now();
  const stopping = stopSignals();
  const port = wantedPort(process.env['PORT']);
  const lock = await RunLock.take(`npm start at http://localhost:${port}`);
  /** Undone in the opposite order, however far the start came. */
  const started: (() => Promise<void>)[] = [() => Promise.resolve(lock.release())];
  try {
    await refuseTakenPort(port, 'npm start');
    await buildChanged(undefined, stopping);
    const database = await openDatabase(process.env);
    started.push(database.stop);

    const env = serverEnvironment(port, database.url);
    await step('Bring the database up to date', () => runApiCommand(['migrate'], env, stopping));
    const accounts = await step('Load the demonstration data into an empty database', (report) =>
      loadDemonstration(env, report, stopping),
    );
    const serverEnv = { ...env, REIHE_DEMO: accounts.length > 0 ? '1' : '0' };
    const server = await step('Start the server', () => startServer(serverEnv, port, stopping));
    started.push(server.stop);
    const serverPid = await server.process.pid;
    if (serverPid !== null) lock.noteServer(serverPid);

    sayWhereAndHow(env['REIHE_BASE_URL'] ?? '', accounts, performance.now() - began);
    await Promise.race([whenAborted(stopping), serverEnd(server.process.ended), databaseEnd(database.lost)]);
  } finally {
    if (stopping.aborted) process.stdout.write('\nStopping …\n');
    lock.noteStopping();
    for (const stop of started.reverse()) await stop();
  }
  process.stdout.write('Stopped.\n');
});

function sayWhereAndHow(baseUrl: string, accounts: DemoAccount[], took: number): void {
  const lines = [
    '',
    `Reihe runs, ready after ${duration(took)}.`,
    '',
    `  Portal  ${baseUrl}`,
    `  Admin   ${baseUrl}/admin`,
    `  API     ${baseUrl}/api/docs`,
    '',
  ];
  if (accounts.length > 0) {
    const widest = Math.max(...accounts.map(({ role }) => role.length));
    lines.push('Sign in to the admin as');
    for (const { role, email } of accounts) lines.push(`  ${role.padEnd(widest)}  ${email}`);
    lines.push(`with the password ${demoPassword()} (made for this folder, kept in .data/demo-password).`);
  } else {
    lines.push('Staff sign in with the accounts that were created here:');
    lines.push('  npm run account -- create --email … --name … --role administrator|organiser|editor');
  }
  if (!process.env['SMTP_URL']) lines.push('Without SMTP_URL e-mails wait in the admin under Outbox.');
  lines.push('', 'Ctrl-C ends everything.');
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function serverEnd(ended: Promise<number>): Promise<never> {
  const code = await ended;
  throw new Problem(`The server ended by itself (exit code ${code}). Its log is in .data/server.log.`);
}

async function databaseEnd(lost: Promise<void>): Promise<never> {
  await lost;
  throw new Problem('PostgreSQL ended by itself. Its log is in .data/postgres/server.log.');
}
