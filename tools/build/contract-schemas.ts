import { createGenerator } from 'ts-json-schema-generator';

/**
 * JSON schemas of everything that `shared/contracts`, `shared/planning`, `shared/registration` and `shared/figures` export, for the
 * OpenAPI document: the interfaces are written once and nothing is annotated by hand. Returns name → schema with `$ref`s below `#/components/schemas/`.
 */
export function contractSchemas(workspaceRoot: string): Record<string, unknown> {
  const { definitions = {} } = createGenerator({
    path: `${workspaceRoot}/libs/shared/{contracts,planning,registration,figures}/src/index.ts`,
    tsconfig: `${workspaceRoot}/libs/shared/figures/tsconfig.json`,
    type: '*',
    skipTypeCheck: true,
    additionalProperties: false,
    topRef: true,
  }).createSchema('*');
  const named = Object.entries(definitions)
    .map(([name, schema]) => [componentName(name), schema] as const)
    .filter(([name]) => /^[A-Z]/.test(name) && !name.endsWith('Rules'))
    .sort(([a], [b]) => a.localeCompare(b));
  const text = JSON.stringify(Object.fromEntries(named)).replaceAll(
    /#\/definitions\/([^"]+)/g,
    (_, name: string) => `#/components/schemas/${componentName(decodeURIComponent(name))}`,
  );
  return JSON.parse(text) as Record<string, unknown>;
}

/** `Translations<SeriesText>` → `TranslationsOfSeriesText`: OpenAPI allows no brackets in a component's name. */
function componentName(name: string): string {
  return name.replaceAll('<', 'Of').replaceAll('>', '');
}
