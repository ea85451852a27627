import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { expect, test } from '../support/fixtures';
import { world } from '../support/world-facts';

const workspaceRoot = resolve(import.meta.dirname, '../../../..');
const started: ChildProcess[] = [];

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/** Another process of the product beside the one that the journeys use, on the same database. */
async function startProcess(
  change: NodeJS.ProcessEnv,
): Promise<{ child: ChildProcess; url: string; port: number }> {
  const port = await freePort();
  const child = spawn(process.execPath, ['dist/apps/api/main.js'], {
    cwd: workspaceRoot,
    env: { ...process.env, ...world.serverEnv, PORT: String(port), ...change },
    stdio: 'inherit',
  });
  started.push(child);
  return { child, port, url: `http://127.0.0.1:${port}` };
}

const statusOf = (address: string) =>
  fetch(address).then(
    ({ status }) => status,
    () => null,
  );

test.afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

test('a process says that it lives, and that it is ready once the database answers', async () => {
  const { url } = await startProcess({ REIHE_ROLES: 'web' });
  await expect.poll(() => statusOf(`${url}/health/ready`), { timeout: 30_000 }).toBe(200);
  expect(await statusOf(`${url}/health/live`)).toBe(200);
});

test('a worker alone answers nobody', async () => {
  const { child, url } = await startProcess({ REIHE_ROLES: 'worker' });
  await new Promise((wake) => setTimeout(wake, 5_000));
  expect(child.exitCode).toBeNull();
  expect(await statusOf(`${url}/health/live`)).toBeNull();
});

test('a process that is told to stop takes nothing new, finishes what is in flight, and ends', async () => {
  const { child, url, port } = await startProcess({ REIHE_ROLES: 'web' });
  await expect.poll(() => statusOf(`${url}/health/ready`), { timeout: 30_000 }).toBe(200);
  const inFlight = connect(port, '127.0.0.1');
  await once(inFlight, 'connect');
  let answer = '';
  inFlight.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  const body = '{"name":"Half a body"}';
  inFlight.write(
    `POST /api/v1/registrations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
  );
  await new Promise((wake) => setTimeout(wake, 300));
  child.kill('SIGTERM');
  await expect.poll(() => statusOf(`${url}/health/live`), { timeout: 5_000 }).toBeNull();
  expect(child.exitCode).toBeNull();
  inFlight.write(body.slice(5));
  await once(inFlight, 'close');
  expect(answer).toContain('HTTP/1.1 400');
  expect(answer).toContain('request.invalid');
  // Sooner than the limit after which it would be ended by force; Nest ends it by the signal that asked for it.
  await expect.poll(() => child.signalCode ?? child.exitCode, { timeout: 8_000 }).toBe('SIGTERM');
});
