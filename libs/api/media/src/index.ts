export { MediaLibrary, type ImageUpload } from './lib/library/media-library';
export { MediaModule, mediaRootRoutes } from './lib/media.module';
export { MediaStorage } from './lib/storage/media-storage';
export { ReceivedBytes } from './lib/uploads/received-bytes';
export { tooLarge, wrongOffset } from './lib/uploads/upload.errors';
