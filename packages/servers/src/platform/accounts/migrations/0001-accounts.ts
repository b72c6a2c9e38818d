/** People, their sessions and the links that were mailed to them. Secrets are stored as SHA-256 only. */
export const ACCOUNTS = `
create table accounts (
  id uuid primary key,
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 80),
  password_hash text not null,
  created_at timestamptz not null,
  verified_at timestamptz
);
--
create table account_sessions (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
--
create index on account_sessions (account_id);
--
create table account_refresh_tokens (
  hash bytea primary key check (length(hash) = 32),
  session_id uuid not null references account_sessions on delete cascade,
  issued_at timestamptz not null,
  used_at timestamptz
);
--
create index on account_refresh_tokens (session_id);
--
create table account_mail_tokens (
  hash bytea primary key check (length(hash) = 32),
  account_id uuid not null references accounts on delete cascade,
  purpose text not null check (purpose in ('verify', 'reset')),
  expires_at timestamptz not null,
  used_at timestamptz
);
--
create index on account_mail_tokens (account_id);
`;
