import { DockerfileParser, type Dockerfile } from 'dockerfile-ast';
import { validate, ValidationSeverity } from 'dockerfile-utils';

const ROOT = new Set(['root', '0']);

/** What is wrong with a Dockerfile: its syntax, and what we promise of the image; empty when nothing. */
export function checkDockerfile(text: string): string[] {
  const severity = ValidationSeverity.ERROR;
  const syntax = validate(text, {
    deprecatedMaintainer: severity,
    directiveCasing: severity,
    emptyContinuationLine: severity,
    instructionCasing: severity,
    instructionCmdMultiple: severity,
    instructionEntrypointMultiple: severity,
    instructionHealthcheckMultiple: severity,
    instructionJSONInSingleQuotes: severity,
    instructionWorkdirRelative: severity,
  }).map(
    ({ range, message }) =>
      `line ${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`,
  );
  return [...syntax, ...checkPromises(DockerfileParser.parse(text))];
}

function checkPromises(dockerfile: Dockerfile): string[] {
  const wrong: string[] = [];
  const from = dockerfile.getFROMs();
  const stages = new Set(from.map((stage) => stage.getBuildStage()).filter((name) => name !== null));
  if (from.length < 2) wrong.push('It has one stage only: what builds the product would be shipped.');
  for (const stage of from) {
    const image = stage.getImage() ?? '';
    const isNamed = stages.has(image) || (stage.getImageTag() !== null && stage.getImageTag() !== 'latest');
    if (!isNamed) wrong.push(`line ${stage.getRange().start.line + 1}: ${image} names no version.`);
  }
  const lastFrom = from.at(-1)?.getRange().start.line ?? 0;
  const inLast = dockerfile
    .getInstructions()
    .filter((instruction) => instruction.getRange().start.line >= lastFrom);
  const keywords = inLast.map((instruction) => instruction.getKeyword());
  const user =
    inLast
      .filter((instruction) => instruction.getKeyword() === 'USER')
      .at(-1)
      ?.getArgumentsContent() ?? 'root';
  if (ROOT.has(user.split(':')[0] ?? ''))
    wrong.push('The product would run as root: the last stage needs a USER.');
  if (!keywords.includes('HEALTHCHECK')) wrong.push('The last stage needs a HEALTHCHECK.');
  if (!keywords.includes('CMD') && !keywords.includes('ENTRYPOINT'))
    wrong.push('The last stage starts nothing.');
  if (keywords.includes('ADD')) wrong.push('ADD unpacks and downloads by itself: COPY says what happens.');
  return wrong;
}
