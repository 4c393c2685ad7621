// The bundle that runs commands, in the main thread and in the threads that check files.
export { checkInThread } from './node/checkInThread';
export { runProcess } from './runProcess';
