import { ConfigError, readConfig } from './config';

const least = { DATABASE_URL: 'postgres://localhost/reihe' };

describe('readConfig', () => {
  it('needs nothing but a database', () => {
    expect(readConfig(least)).toMatchObject({
      port: 3000,
      baseUrl: 'http://localhost:3000',
      roles: ['web', 'worker'],
      smtpUrl: null,
      storageUrl: null,
      isDemo: false,
    });
  });

  it('makes a secret of its own for each process rather than having one in code', () => {
    const [first, second] = [readConfig(least).secret, readConfig(least).secret];
    expect(first).toHaveLength(64);
    expect(first).not.toBe(second);
  });

  it('takes what it is told, and treats empty as unset', () => {
    expect(
      readConfig({
        ...least,
        PORT: '80',
        REIHE_BASE_URL: 'https://reihe.example/',
        REIHE_ROLES: 'worker',
        SMTP_URL: '',
      }),
    ).toMatchObject({ port: 80, baseUrl: 'https://reihe.example', roles: ['worker'], smtpUrl: null });
  });

  it('renders in one thread at least, and in a few at most unless told otherwise', () => {
    expect(readConfig(least).renderThreads).toBeGreaterThanOrEqual(1);
    expect(readConfig(least).renderThreads).toBeLessThanOrEqual(4);
    expect(readConfig({ ...least, REIHE_RENDER_THREADS: '0' }).renderThreads).toBe(1);
    expect(readConfig({ ...least, REIHE_RENDER_THREADS: '12' }).renderThreads).toBe(12);
  });

  it('guards forms unless it is told in a clear word not to', () => {
    expect(readConfig(least).isThrottlingForms).toBe(true);
    expect(readConfig({ ...least, REIHE_FORM_THROTTLING: 'on' }).isThrottlingForms).toBe(true);
    expect(readConfig({ ...least, REIHE_FORM_THROTTLING: 'off' }).isThrottlingForms).toBe(false);
    expect(readConfig(least).mayFetch).toBe(true);
    expect(readConfig({ ...least, REIHE_IMPORT_FETCHING: 'off' }).mayFetch).toBe(false);
  });

  it.each([
    ['no database', {}, /DATABASE_URL/],
    ['a port in words', { ...least, PORT: 'http' }, /PORT/],
    ['an unknown role', { ...least, REIHE_ROLES: 'web,baker' }, /web,baker/],
    ['another word than on or off', { ...least, REIHE_FORM_THROTTLING: '0' }, /REIHE_FORM_THROTTLING/],
    ['a short secret', { ...least, REIHE_SECRET: 'short' }, /32/],
  ])('says what is wrong with %s', (_what, env, words) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(words);
  });

  it.each([
    's3://bucket',
    'https://host/bucket',
    'https://KEY:SECRET@host',
    'bucket',
    'https://KEY:SECRET@host/a/b',
  ])('says at start, without the secret, that %s is no bucket', (address) => {
    const read = () => readConfig({ ...least, REIHE_STORAGE_URL: address });
    expect(read).toThrow(ConfigError);
    expect(read).not.toThrow(/:SECRET@host(?!\/bucket\?region)/);
  });

  it('takes the address of a bucket with its key', () => {
    const storageUrl = 'https://KEY:s%2Fcret@storage.example:9000/reihe?region=eu';
    expect(readConfig({ ...least, REIHE_STORAGE_URL: storageUrl })).toMatchObject({ storageUrl });
  });
});
