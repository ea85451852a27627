export { DemoLoader, type DemoStep } from './lib/demo-loader';
export { DemoModule } from './lib/demo.module';
