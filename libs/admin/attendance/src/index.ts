export { attendanceRoutes } from './lib/attendance.routes';
