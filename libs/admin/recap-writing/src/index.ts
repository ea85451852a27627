export { cleanDocument } from './lib/document/clean-document';
export { TextSources, type ShownCard, type ShownPicture } from './lib/surface/text-sources';
export { WritingSurface } from './lib/surface/writing-surface';
