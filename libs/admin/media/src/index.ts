export { ChosenPictures } from './lib/chosen-pictures';
export { LibraryDialog, type LibraryQuestion } from './lib/library-dialog';
export { PictureChoice } from './lib/picture-choice';
export { pictureFactOf } from './lib/picture-facts';
export { consentOptions, consentWords, stateWords } from './lib/picture-words';
export { PicturePreview } from './lib/picture-preview';
export { PictureLibrary } from './lib/picture-library';
