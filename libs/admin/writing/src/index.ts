export { cleanDocument } from './lib/clean-document';
export { FigureValues } from './lib/figure-values';
export { WritingSurface } from './lib/writing-surface';
