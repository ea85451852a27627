export { filterOf, queryOf, questionIn } from './lib/programme-question';
export { programmeFinder, programmeMonth } from './lib/parts';
export { QuietPart } from './lib/quiet-part';
