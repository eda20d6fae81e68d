import { keepRowsFromAll, type Migration, SAYS_PRACTICE } from "./migration";

const AT_WORK = "current_user = 'strandline_app' and area_id = area_now()";
const PRIVATE = "'concern', 'note'";
const IS_CUSTODIAN = `exists (select 1 from membership m where m.area_id = area_now() and m.account_id = account_now()
  and m.role = 'custodian' and m.from_at <= now() and (m.until_at is null or m.until_at > now()))`;

/**
 * What the custodian decides about what is held safely. A concern and a note are not among it: a concern is read there as
 * before, and nobody else reads a note.
 *
 * Shape  what was held stays where it lies, whatever is decided; one thing is decided once. Its sender reads the decision.
 */
export const heldDecisions: Migration = {
  number: 12,
  name: "held-decisions",
  statements: [
    `create policy custodian_looks on quarantine for select to strandline_app
      using (${AT_WORK} and record_type not in (${PRIVATE}) and ${IS_CUSTODIAN})`,

    `create table held_decision (
      area_id uuid not null references area,
      op_id uuid not null,
      account_id uuid not null,
      kind text not null check (kind in ('released', 'returned')),
      words text not null check (words <> ''),
      decided_by uuid not null,
      decided_at timestamptz not null default now(),
      ${SAYS_PRACTICE},
      primary key (area_id, op_id),
      foreign key (area_id, op_id) references quarantine,
      foreign key (area_id, decided_by) references account)`,
    `create index held_decision_by_account on held_decision (area_id, account_id)`,
    ...keepRowsFromAll("held_decision"),
    `create policy own on held_decision for select to strandline_app using (${AT_WORK} and account_id = account_now())`,
    `create policy custodian on held_decision for select to strandline_app using (${AT_WORK} and ${IS_CUSTODIAN})`,
    `create policy decides on held_decision for insert to strandline_app
      with check (${AT_WORK} and decided_by = account_now() and ${IS_CUSTODIAN} and exists (
        select 1 from quarantine q where q.area_id = held_decision.area_id and q.op_id = held_decision.op_id
          and q.account_id = held_decision.account_id and q.record_type not in (${PRIVATE})))`,
    `grant select, insert on held_decision to strandline_app`,

    // What was answered changes once: from held to taken in, so that the same operation is answered as it now stands.
    `drop policy own on op_result`,
    ...["select", "insert"].map(
      (command) => `create policy own_${command} on op_result for ${command} to strandline_app
        ${command === "insert" ? "with check" : "using"} (${AT_WORK} and account_id = account_now())`,
    ),
    `create policy released on op_result for update to strandline_app
      using (${AT_WORK} and account_id = account_now() and status = 'quarantined')
      with check (${AT_WORK} and account_id = account_now() and status in ('accepted', 'branched'))`,
    `grant update (status, reason, head_rev, ver) on op_result to strandline_app`,
  ],
};
