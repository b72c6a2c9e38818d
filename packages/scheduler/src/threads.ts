export { createThreads, type ThreadContext, type Threads, type ThreadsOptions } from "./create-threads.ts";
