export { AttendanceModule } from './lib/attendance.module';
