export { ChosenPictures } from './lib/chosen-pictures';
export { LibraryDialog, type LibraryQuestion } from './lib/library-dialog';
export { PictureChoice } from './lib/picture-choice';
export { PictureLibrary } from './lib/picture-library';
