/**
 * One numbered step of the database's shape. A step that has been released is never edited: its hash is recorded in
 * every database that ran it, and a database whose record differs is refused.
 *
 * Shape  statements run in their order, in one transaction with the note that they ran.
 */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly statements: readonly string[];
}

/** On every table of an area's data, so that no made-up row can lie among real ones, nor the other way round. */
export const SAYS_PRACTICE =
  "practice boolean not null default store_is_practice() check (practice = store_is_practice())";

/**
 * Keeps a table's rows from everyone, the table's owner included, until a policy lets somebody in.
 *
 * [Note: Who works in the database]
 * Connections rest as `strandline_nobody`, who may do nothing. A transaction works either as `strandline_app` for one
 * signed-in account, and sees what `may_see_section` lets that account see, or as `strandline_desk`, which signs people
 * in, gives and ends relationships, and cannot read a record. `strandline_auditor` reads the audit alone, and only the
 * command that examines it works so. `strandline_counter` reads whose something is, and nothing of it. `row security` is forced, so that even the login role that
 * owns the tables finds them empty.
 */
export const keepRowsFromAll = (...tables: readonly string[]): string[] =>
  tables.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
  ]);

/** Lets the desk, and nobody who is merely a member of its role, at the rows of a table. */
export const deskPolicy = (table: string): string =>
  `create policy desk on ${table} to strandline_desk using (current_user = 'strandline_desk') with check (current_user = 'strandline_desk')`;
