import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { workspaceRoot } from '../workspace.ts';

export interface ChildServer {
  url: string;
  stop: () => Promise<void>;
}

/** Runs a floor in a process of its own, as the subject is; it says its port as the first line. */
export async function startChild(file: string, env: NodeJS.ProcessEnv): Promise<ChildServer> {
  const child: ChildProcess = spawn(process.execPath, [file], {
    cwd: workspaceRoot,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await Promise.race([
    once(child.stdout ?? child, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${file} ended before it served.`))),
  ])) as [Buffer];
  return {
    url: `http://127.0.0.1:${port.toString().trim()}`,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill();
      await once(child, 'exit');
    },
  };
}
