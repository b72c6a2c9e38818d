/** Groups, their members and invitations, expenses and payments with who paid and who owes, balances, and the history. */
export const GROUPS = `
create table expenses_groups (
  id uuid primary key,
  name text not null check (length(name) between 1 and 80),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  created_at timestamptz not null,
  archived_at timestamptz
);
--
create table expenses_members (
  id uuid primary key,
  group_id uuid not null references expenses_groups,
  -- Null for somebody who takes part without an account; an invitation can hand the place over.
  account_id uuid references accounts,
  name text not null check (length(name) between 1 and 80),
  role text not null check (role in ('owner', 'member', 'viewer')),
  joined_at timestamptz not null,
  left_at timestamptz,
  -- The order of joining.
  position integer not null,
  unique (group_id, id),
  unique (group_id, position)
);
--
create unique index expenses_members_account on expenses_members (group_id, account_id) where account_id is not null;
--
create index on expenses_members (account_id) where left_at is null;
--
create table expenses_invitations (
  id uuid primary key,
  group_id uuid not null references expenses_groups,
  -- The place that it hands over; null when it makes a new member.
  member_id uuid,
  role text not null check (role in ('member', 'viewer')),
  token_hash bytea not null unique check (length(token_hash) = 32),
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at timestamptz,
  foreign key (group_id, member_id) references expenses_members (group_id, id),
  foreign key (group_id, created_by) references expenses_members (group_id, id),
  foreign key (group_id, accepted_by) references expenses_members (group_id, id),
  check ((accepted_at is null) = (accepted_by is null))
);
--
create index on expenses_invitations (group_id);
--
create table expenses_records (
  id uuid primary key,
  group_id uuid not null references expenses_groups,
  kind text not null check (kind in ('expense', 'payment')),
  description text not null check (length(description) <= 200),
  amount bigint not null check (amount between 1 and 1000000000000),
  paid_on date not null,
  -- How the shares came about, as it was entered; null for a payment.
  split jsonb check ((split is null) = (kind = 'payment')),
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null check (updated_at >= created_at),
  deleted_at timestamptz,
  version integer not null default 1 check (version >= 1),
  unique (group_id, id),
  foreign key (group_id, created_by) references expenses_members (group_id, id)
);
--
create index expenses_records_timeline on expenses_records (group_id, paid_on desc, id desc) where deleted_at is null;
--
create table expenses_entries (
  record_id uuid not null,
  group_id uuid not null,
  member_id uuid not null,
  paid bigint not null check (paid >= 0),
  owed bigint not null check (owed >= 0),
  primary key (record_id, member_id),
  foreign key (group_id, record_id) references expenses_records (group_id, id),
  foreign key (group_id, member_id) references expenses_members (group_id, id)
);
--
create index on expenses_entries (group_id, member_id);
--
create table expenses_balances (
  group_id uuid not null,
  member_id uuid not null,
  -- Above zero is owed money, below zero owes it.
  amount bigint not null check (amount between -9007199254740991 and 9007199254740991),
  primary key (group_id, member_id),
  foreign key (group_id, member_id) references expenses_members (group_id, id)
);
--
create table expenses_history (
  id bigint generated always as identity primary key,
  group_id uuid not null references expenses_groups,
  at timestamptz not null,
  member_id uuid not null,
  action text not null,
  subject_id uuid not null,
  before jsonb,
  after jsonb,
  foreign key (group_id, member_id) references expenses_members (group_id, id)
);
--
create index on expenses_history (group_id, id desc);
--
create index on expenses_history (subject_id, id desc);
--
create function expenses_record_adds_up() returns trigger language plpgsql as $$
declare
  record_key uuid;
  total bigint;
  paid_sum bigint;
  owed_sum bigint;
begin
  if tg_table_name = 'expenses_records' then record_key := new.id;
  elsif tg_op = 'DELETE' then record_key := old.record_id;
  else record_key := new.record_id;
  end if;
  select amount into total from expenses_records where id = record_key;
  select coalesce(sum(paid), 0), coalesce(sum(owed), 0) into paid_sum, owed_sum
    from expenses_entries where record_id = record_key;
  if paid_sum <> total or owed_sum <> total then
    raise exception 'record % of % has % paid and % owed', record_key, total, paid_sum, owed_sum
      using errcode = 'check_violation', constraint = 'expenses_record_adds_up';
  end if;
  return null;
end $$;
--
create constraint trigger expenses_record_adds_up after insert or update on expenses_records
  deferrable initially deferred for each row execute function expenses_record_adds_up();
--
create constraint trigger expenses_entries_add_up after insert or update or delete on expenses_entries
  deferrable initially deferred for each row execute function expenses_record_adds_up();
--
create function expenses_balances_sum_to_zero() returns trigger language plpgsql as $$
begin
  if (select sum(amount) from expenses_balances where group_id = new.group_id) <> 0 then
    raise exception 'the balances of group % do not sum to zero', new.group_id
      using errcode = 'check_violation', constraint = 'expenses_balances_sum_to_zero';
  end if;
  return null;
end $$;
--
create constraint trigger expenses_balances_sum_to_zero after insert or update on expenses_balances
  deferrable initially deferred for each row execute function expenses_balances_sum_to_zero();
--
create function expenses_history_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'history is only ever added to' using errcode = 'check_violation', constraint = 'expenses_history_is_append_only';
end $$;
--
create trigger expenses_history_is_append_only before update or delete on expenses_history
  for each row execute function expenses_history_is_append_only();
`;
