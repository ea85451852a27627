export { DirectoryModule } from './lib/directory.module';
