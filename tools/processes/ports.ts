import { createServer } from 'node:net';

/** Null when something else listens there. Without a host the port must be free on every address, as for a server. */
function listen(port: number, host?: string): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}

export async function isPortFree(port: number, host?: string): Promise<boolean> {
  return (await listen(port, host)) !== null;
}

/** The preferred port on loopback where it is free, else one that the system chooses. */
export async function chooseLoopbackPort(preferred?: number): Promise<number> {
  const port = (preferred && (await listen(preferred, '127.0.0.1'))) ?? (await listen(0, '127.0.0.1'));
  if (port === null) throw new Error('The system gives no free port on 127.0.0.1.');
  return port;
}
