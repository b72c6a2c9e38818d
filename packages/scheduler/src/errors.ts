/** The pool holds as many waiting tasks as `maxQueued` allows. `pool.ready()` says when there is room. */
export class QueueFull extends Error {
  override readonly name = "QueueFull";
  readonly code = "QUEUE_FULL";
  readonly maxQueued: number;

  constructor(maxQueued: number) {
    super(`The pool holds ${maxQueued} waiting tasks already; wait for ready() before adding more.`);
    this.maxQueued = maxQueued;
  }
}

/** The pool or worker was closed: it takes no task, and what still ran was aborted with this as the reason. */
export class PoolClosed extends Error {
  override readonly name = "PoolClosed";
  readonly code = "POOL_CLOSED";

  constructor() {
    super("The pool is closed.");
  }
}

/** The task was cancelled while it ran; the reason of its signal. */
export class TaskCancelled extends Error {
  override readonly name = "TaskCancelled";
  readonly code = "TASK_CANCELLED";
  readonly id: string;

  constructor(id: string) {
    super(`Task ${id} was cancelled.`);
    this.id = id;
  }
}
