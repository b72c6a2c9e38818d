// The statements of the Postgres store. Each is one round trip and one transaction. All lock in the same order, first the
// queue's row, then tasks by id, so that they do not deadlock with one another; claims skip what is locked.

const queues = "groundwork_scheduler_queues";
const tasks = "groundwork_scheduler_tasks";
const clock = "clock_timestamp()";
const ms = "interval '1 millisecond'";

/** $1 queue, $2 policy, $3 state: makes the queue unless it is there. */
export const createQueueRow: string = `insert into ${queues} (name, policy, state) values ($1, $2, $3) on conflict do nothing`;

/** $1 queue, $2 how many of the first waiting tasks to bring along. The rank is text: JSON has no infinity. */
export const readQueue: string = `select policy, state, version::text, extract(epoch from ${clock})::float8 * 1000 as now_ms,
    (select json_agg(json_build_array(id, rank::text, task)) from (
      select id, rank, task from ${tasks} where queue = $1 and state = 'waiting'
      order by rank, sequence limit $2::int) w)::text as first
  from ${queues} where name = $1`;

// A statement that leaves the policy's state as it was shares the queue's row; one that changes it takes the row, and only
// at the version that the change was computed from.
const sharedQueue = `select 1 from ${queues} where name = $1 and policy = $2 and $3::text is null and $4::bigint is null for share`;
const takenQueue = `update ${queues} set state = $3, version = version + 1
  where name = $1 and policy = $2 and version = $4::bigint returning 1`;

/** Whether a statement changes the state of the policy. */
export type Change = "shared" | "taken";

const queueFor = (change: Change): string => `q as (${change === "taken" ? takenQueue : sharedQueue})`;

/** $1-$4 queue, policy, state, version; $5 ids, $6 data, $7 tasks, $8 keys, $9 ranks, $10 delays, $11 max attempts, $12 time of arrival. */
export const addTasks = (change: Change): string => `with ${queueFor(change)},
  added as (
    insert into ${tasks} (queue, id, state, rank, data, task, key, max_attempts, arrived_ms, run_at)
    select $1, n.id, case when n.delay_ms > 0 then 'delayed' else 'waiting' end, n.rank, n.data::json, n.task::json, n.key,
      $11::int, $12::float8, ${clock} + n.delay_ms * ${ms}
    from q, unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::float8[], $10::float8[])
      with ordinality as n (id, data, task, key, rank, delay_ms, place)
    order by n.place
    on conflict (queue, id) do nothing
    returning id)
  select (select count(*) from q)::int as known, array(select id from added) as ids`;

/** $1 queue, $2 ids: those that there are. */
export const readKnown: string = `select id from ${tasks} where queue = $1 and id = any ($2::text[])`;

const claimed = `update ${tasks} t set state = 'running', fence = fence + 1, attempts = attempts + 1, started_at = ${clock},
    lease_until = ${clock} + $5::float8 * ${ms}
  from c where t.queue = $1 and t.id = c.id
  returning t.id, t.data::text, t.task::text, t.key, t.attempts, t.fence::text, t.rank, t.sequence::text`;

/** $1 queue, $2 policy, $3 limit, $4 unused, $5 lease: claims in order of rank; nothing when the policy is another. */
export const claimTasks: string = `with c as (
    select id from ${tasks}
    where queue = $1 and state = 'waiting' and $4::text is null
      and exists (select from ${queues} where name = $1 and policy = $2)
    order by rank, sequence limit $3::int for update skip locked)
  ${claimed}`;

/** $1 queue, $2 rank and $3 sequence to start after, $4 how many. */
export const readWaiting: string = `select id, task::text, key, rank, sequence::text from ${tasks}
  where queue = $1 and state = 'waiting' and (rank, sequence) > ($2::float8, $3::bigint)
  order by rank, sequence limit $4::int`;

/** $1 queue. */
export const countRunningKeys: string = `select key, count(*)::int as running from ${tasks}
  where queue = $1 and state = 'running' and key is not null group by key`;

/** $1-$4 queue, policy, state, version; $5 lease, $6 ids: claims these, if they still wait. */
export const claimChosen: string = `with q as (${takenQueue}),
  c as (
    select id from ${tasks} where queue = $1 and id = any ($6::text[]) and state = 'waiting' and exists (select from q)
    order by id for update skip locked)
  ${claimed}`;

/** $1 queue, $2 ids, $3 fences, $4 lease. */
export const extendClaims: string = `with h as (
    select t.id from ${tasks} t join unnest($2::text[], $3::bigint[]) as h (id, fence) on t.id = h.id and t.fence = h.fence
    where t.queue = $1 and t.state = 'running' order by t.id for update of t)
  update ${tasks} t set lease_until = ${clock} + $4::float8 * ${ms} from h where t.queue = $1 and t.id = h.id returning t.id`;

/** $1-$4 queue, policy, state, version; $5 ids, $6 fences, $7 completed, $8 values, $9 failures, $10 delays, $11 running times. */
export const settleClaims = (change: Change): string => `with ${change === "taken" ? `${queueFor(change)},` : ""}
  h as (
    select h.* from ${tasks} t
    join unnest($5::text[], $6::bigint[], $7::bool[], $8::text[], $9::text[], $10::float8[], $11::float8[])
      as h (id, fence, completed, value, failure, delay_ms, run_ms) on t.id = h.id and t.fence = h.fence
    where t.queue = $1 and t.state = 'running' and ${change === "taken" ? "exists (select from q)" : "$2::text is not null and $3::text is null and $4::bigint is null"}
    order by t.id for update of t),
  u as (
    update ${tasks} t set
      state = case
        when h.completed then 'completed'
        when h.delay_ms is null then 'failed'
        when t.attempts >= t.max_attempts then case when t.max_attempts = 1 then 'failed' else 'dead' end
        when h.delay_ms > 0 then 'delayed'
        else 'waiting' end,
      run_at = ${clock} + coalesce(h.delay_ms, 0) * ${ms},
      finished_at = case when h.completed or h.delay_ms is null or t.attempts >= t.max_attempts then ${clock} end,
      lease_until = null,
      value = h.value::json,
      run_ms = t.run_ms + h.run_ms,
      history = case when h.failure is null then t.history else t.history || h.failure::jsonb end
    from h where t.queue = $1 and t.id = h.id
    returning t.id, t.state)
  select ${change === "taken" ? "(select count(*) from q)::int" : "1"} as known,
    (select coalesce(json_object_agg(id, state), '{}')::text from u) as states`;

/** $1 queue, $2 ids, $3 fences: hands back; the attempt does not count. */
export const releaseClaims: string = `with h as (
    select t.id from ${tasks} t join unnest($2::text[], $3::bigint[]) as h (id, fence) on t.id = h.id and t.fence = h.fence
    where t.queue = $1 and t.state = 'running' order by t.id for update of t)
  update ${tasks} t set state = 'waiting', attempts = attempts - 1, lease_until = null
  from h where t.queue = $1 and t.id = h.id returning t.id`;

/** $1 queue, $2 ids. */
export const cancelTasks: string = `with h as (
    select id from ${tasks} where queue = $1 and id = any ($2::text[]) and state in ('waiting', 'delayed', 'running')
    order by id for update)
  update ${tasks} t set state = 'cancelled', fence = fence + 1, lease_until = null, finished_at = ${clock}
  from h where t.queue = $1 and t.id = h.id returning t.id`;

/** $1 queue, $2 ids. */
export const redriveTasks: string = `with h as (
    select id from ${tasks} where queue = $1 and id = any ($2::text[]) and state in ('failed', 'dead')
    order by id for update)
  update ${tasks} t set state = 'waiting', attempts = 0, redrives = redrives + 1, finished_at = null, run_at = ${clock}
  from h where t.queue = $1 and t.id = h.id returning t.id`;

/** $1 queue: delayed tasks that are due wait from now on, and leases that ran out end; the attempt counts. */
export const sweep: string = `with d as (
    select id from ${tasks} where queue = $1 and state = 'delayed' and run_at <= now()
    order by run_at limit 1000 for update skip locked),
  due as (
    update ${tasks} t set state = 'waiting' from d where t.queue = $1 and t.id = d.id returning t.id),
  l as (
    select id from ${tasks} where queue = $1 and state = 'running' and lease_until <= now()
    order by lease_until limit 1000 for update skip locked),
  lapsed as (
    update ${tasks} t set
      state = case when t.attempts >= t.max_attempts then case when t.max_attempts = 1 then 'failed' else 'dead' end else 'waiting' end,
      finished_at = case when t.attempts >= t.max_attempts then ${clock} end,
      lease_until = null,
      history = t.history || jsonb_build_object('attempt', t.attempts,
        'at', floor(extract(epoch from ${clock}) * 1000), 'runMs', 0,
        'error', jsonb_build_object('name', 'LeaseLost', 'code', 'LEASE_LOST', 'message', 'The worker did not renew its lease.'))
    from l where t.queue = $1 and t.id = l.id returning t.id)
  select (select count(*) from due)::int as due, (select count(*) from lapsed)::int as lapsed`;

/** $1 queue. */
export const countStates: string = `select state, count(*)::int as count from ${tasks} where queue = $1 group by state`;

/** $1 queue, $2 state, $3 id to start after, $4 limit. */
export const listTasks: string = `select id, state, data::text, task::text, key, rank, attempts, redrives, value::text, history::text
  from ${tasks} where queue = $1 and state = $2
    and sequence > coalesce((select sequence from ${tasks} where queue = $1 and id = $3), 0)
  order by sequence limit $4::int`;

/** $1 queue. */
export const lockQueue: string = `select 1 from ${queues} where name = $1 for update`;

/** $1 queue. */
export const readUnfinished: string = `select id, task::text, arrived_ms from ${tasks}
  where queue = $1 and state in ('waiting', 'delayed', 'running') order by sequence`;

/** $1 queue, $2 policy, $3 state, $4 ids, $5 ranks. */
export const rerankTasks: string = `with q as (
    update ${queues} set policy = $2, state = $3, version = version + 1 where name = $1 returning 1),
  h as (
    select t.id, h.rank from ${tasks} t join unnest($4::text[], $5::float8[]) as h (id, rank) on t.id = h.id
    where t.queue = $1 and exists (select from q) order by t.id for update of t)
  update ${tasks} t set rank = h.rank from h where t.queue = $1 and t.id = h.id`;

/** $1 queue, $2 age: forgets completed and cancelled tasks that ended longer ago. */
export const pruneTasks: string = `with old as (
    select id from ${tasks} where queue = $1 and state in ('completed', 'cancelled') and finished_at < now() - $2::float8 * ${ms}
    order by id limit 10000 for update skip locked)
  delete from ${tasks} t using old where t.queue = $1 and t.id = old.id returning t.id`;
