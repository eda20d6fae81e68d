import { makeRole } from "../roles";
import { keepRowsFromAll, type Migration, SAYS_PRACTICE } from "./migration";

const TABLES = [
  { table: "audit", chain: "area" },
  { table: "private_audit", chain: "private" },
] as const;

/** What is hashed of an entry, in this order, as text; src/server/audit/chain.ts writes the same in its own way. */
const FIELDS = [
  ...["area_id", "link", "seq", "(extract(epoch from at) * 1000000)::bigint", "kind", "account_id", "device_id"],
  ...["record_id", "rev_id", "event_id", "reason", "client_time"],
  ...["array_to_string(puts, ',')", "array_to_string(gone, ',')"],
];

const bytesOf = (row: string, chain: string): string =>
  `convert_to('strandline-audit-1 ${chain}' || ${FIELDS.map((field) => {
    const text = `(${field.replace(/\b(at|puts|gone)\b|^\w+$/, (name) => `${row}.${name}`)})::text`;
    return `' ' || coalesce(octet_length(${text}) || ':' || ${text}, '-')`;
  }).join(" || ")}, 'UTF8')`;

const NOTHING = "decode(repeat('00', 32), 'hex')";

/** Puts an entry at the end of its area's chain, alone at it until the transaction ends. */
const chainIt = ({ table, chain }: (typeof TABLES)[number]): string => `
  create function chain_${table}() returns trigger language plpgsql security definer
    set search_path = strandline, pg_temp as $$
  declare head audit_head;
  begin
    select * into head from audit_head h where h.area_id = new.area_id and h.chain = '${chain}' for update;
    if not found then
      insert into audit_head (area_id, chain, link, hash) values (new.area_id, '${chain}', 0, ${NOTHING})
        on conflict do nothing;
      select * into head from audit_head h where h.area_id = new.area_id and h.chain = '${chain}' for update;
    end if;
    if exists (select from ${table} a where a.area_id = new.area_id and a.event_id = new.event_id) then return null; end if;
    if exists (select from ${table} a where a.area_id = new.area_id and a.seq = new.seq) then
      raise exception 'the audit has an entry of this number' using errcode = 'unique_violation';
    end if;
    new.link := head.link + 1;
    new.at := clock_timestamp();
    new.hash := sha256(head.hash || ${bytesOf("new", chain)});
    update audit_head h set link = new.link, hash = new.hash where h.area_id = new.area_id and h.chain = '${chain}';
    return new;
  end $$`;

/** Chains what was written before there were chains, in the order of its numbers, and says where that ends. */
const chainEarlier = ({ table, chain }: (typeof TABLES)[number]): string => `
  do $$
  declare earlier ${table}; head audit_head;
  begin
    for earlier in select * from ${table} order by area_id, seq loop
      if head.area_id is distinct from earlier.area_id then
        head := (earlier.area_id, '${chain}', 0, ${NOTHING}, store_is_practice());
      end if;
      head.link := head.link + 1;
      earlier.link := head.link;
      head.hash := sha256(head.hash || ${bytesOf("earlier", chain)});
      update ${table} set link = head.link, hash = head.hash where area_id = earlier.area_id and seq = earlier.seq;
      insert into audit_head values (head.*)
        on conflict (area_id, chain) do update set link = excluded.link, hash = excluded.hash;
    end loop;
  end $$`;

/** Whoever owns the tables, and so the functions above: nobody works as them while the server runs. */
const IS_OWNER =
  "current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = 'strandline.audit_head'::regclass)";

/**
 * The audit as a chain for each area: every entry has its place, and a hash over its own bytes and the hash before it.
 *
 * [Note: One order in an area]
 * An entry's place is given by the database itself, in a trigger that locks the area's head until the transaction ends: no
 * two entries follow the same one, none is ever missing between two, and the trigger's word replaces whatever was sent for
 * the place, the time and the hash. The audit is what a transaction writes last, so that an area waits for little more
 * than a commit. The private audit has a chain and numbers of its own: what is written there leaves no gap elsewhere.
 */
export const chainedAudit: Migration = {
  number: 9,
  name: "chained-audit",
  statements: [
    ...makeRole("strandline_auditor"),
    `grant usage on schema strandline to strandline_auditor`,
    `create table audit_head (
      area_id uuid not null,
      chain text not null check (chain in ('area', 'private')),
      link bigint not null,
      hash bytea not null,
      ${SAYS_PRACTICE},
      primary key (area_id, chain)) with (fillfactor = 50)`,
    `create sequence private_audit_seq`,
    `select setval('private_audit_seq', (select last_value from audit_seq))`,
    `alter table private_audit alter column seq set default nextval('private_audit_seq')`,
    `grant usage on sequence private_audit_seq to strandline_app`,

    ...TABLES.flatMap((each) => {
      const { table } = each;
      return [
        `alter table ${table} add column link bigint, add column hash bytea`,
        `alter table ${table} no force row level security`,
        `alter table ${table} disable trigger only_added`,
        chainEarlier(each),
        `alter table ${table} enable trigger only_added`,
        `alter table ${table} alter column link set not null, alter column hash set not null`,
        `alter table ${table} add constraint ${table}_link unique (area_id, link)`,
        chainIt(each),
        `create trigger chained before insert on ${table} for each row execute function chain_${table}()`,
        // From here on a change is seen; of what was there before, it is only known that it was there now.
        `insert into ${table} (area_id, kind) select area_id, 'chain-began' from ${table} group by area_id`,
        `alter table ${table} force row level security`,
        `revoke execute on function chain_${table}() from public`,
      ];
    }),

    `create trigger never_emptied before delete or truncate on audit_head for each statement execute function only_added()`,
    ...keepRowsFromAll("audit_head"),
    `create policy chain on audit_head using (${IS_OWNER}) with check (${IS_OWNER})`,
    ...TABLES.map(({ table }) => `create policy chain on ${table} for select using (${IS_OWNER})`),

    // Whoever examines the audit reads it, and what it can be held against, and nothing else.
    ...["audit", "private_audit", "audit_head", "receipt"].map(
      (table) =>
        `create policy examine on ${table} for select to strandline_auditor using (current_user = 'strandline_auditor')`,
    ),
    `grant select on audit, private_audit, audit_head to strandline_auditor`,
    `grant select (area_id, rev_id, audit_seq) on receipt to strandline_auditor`,
  ],
};
