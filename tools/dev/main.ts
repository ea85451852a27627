import { watch } from 'rolldown';
import { apiBundle, emptyApiOutput, writeApiFiles } from '../build/api/bundle.ts';
import { apps, forget } from '../build/inputs.ts';
import { stopSignals, whenAborted } from '../processes/stop-signals.ts';
import { loadDemonstration, runApiCommand } from '../start/api-command.ts';
import { openDatabase } from '../start/database.ts';
import { refuseTakenPort, serverEnvironment, wantedPort } from '../start/environment.ts';
import { RunLock } from '../start/run-lock.ts';
import { demoPassword } from '../start/secrets.ts';
import { runCommand } from '../terminal/problem.ts';
import { step } from '../terminal/steps.ts';
import { RestartingServer } from './restarting-server.ts';
import { firstBuild, watchFront, type Front } from './watch-fronts.ts';

const fronts: Front[] = ['portal', 'admin'];

/** `npm run dev`: API, portal and admin on one origin, built anew after every change; reload the page to see it. */
await runCommand(async () => {
  const stopping = stopSignals();
  const port = wantedPort(process.env['PORT']);
  const lock = await RunLock.take(`npm run dev at http://localhost:${port}`);
  const started: (() => unknown)[] = [() => lock.release()];
  try {
    await refuseTakenPort(port, 'npm run dev');
    // These builds are for development: the next start must not take them for its own.
    apps.forEach(forget);
    const database = await openDatabase(process.env);
    started.push(database.stop);
    let frontBuilt: (front: Front) => void = () => undefined;
    const builders = fronts.map((front) => watchFront(front, (name) => frontBuilt(name)));
    started.push(() => Promise.all(builders.map((builder) => builder.stop())));

    const env = { ...serverEnvironment(port, database.url), NODE_ENV: 'development' };
    const api = watchApi();
    started.push(() => api.close());
    await step('Build the API', () => api.built);
    await step('Bring the database up to date', () => runApiCommand(['migrate'], env, stopping));
    const accounts = await step('Load the demonstration data into an empty database', (report) =>
      loadDemonstration(env, report, stopping),
    );
    await step('Build portal and admin, then watch them', () => firstBuild(fronts, stopping));

    const server = new RestartingServer({ ...env, REIHE_DEMO: accounts.length > 0 ? '1' : '0' }, port);
    started.push(() => server.stop());
    await server.restart('first build');
    api.onBuilt(() => void server.restart('the API changed'));
    // The server keeps the portal it rendered with; the admin's files it reads each time.
    frontBuilt = (front) => {
      if (front === 'portal') void server.restart('the portal changed');
    };
    process.stdout.write(
      `\n  http://localhost:${port} · http://localhost:${port}/admin · password ${demoPassword()}\n  Ctrl-C ends everything.\n\n`,
    );
    await whenAborted(stopping);
  } finally {
    lock.noteStopping();
    for (const stop of started.reverse()) await stop();
  }
});

interface ApiWatch {
  /** Resolves with the first build that works. */
  built: Promise<void>;
  onBuilt: (listener: () => void) => void;
  close: () => Promise<void>;
}

function watchApi(): ApiWatch {
  emptyApiOutput();
  const watcher = watch(apiBundle);
  const listeners: (() => void)[] = [];
  const built = new Promise<void>((resolve) => listeners.push(resolve));
  watcher.on('event', (event) => {
    if (event.code === 'BUNDLE_END') {
      writeApiFiles();
      void event.result.close();
    } else if (event.code === 'ERROR') {
      process.stderr.write(`  api | ${event.error.message}\n`);
      void event.result.close();
    } else if (event.code === 'END') {
      listeners.forEach((listener) => listener());
    }
  });
  return { built, onBuilt: (listener) => listeners.push(listener), close: () => watcher.close() };
}
