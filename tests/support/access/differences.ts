import { sql } from "kysely";
import type { Store } from "#server/store/store";
import { maySee, mayReach, type Placed, RECORDS, verFor } from "./world";

/**
 * Wherever the database and the plain reading of the rule do not agree about a world: what a policy gives, what the
 * function says, what a pull lists and calls it, and what may be written.
 */
export const differences = (
  { asAccount }: Pick<Store, "asAccount">,
  areaId: string,
  placed: Placed,
): Promise<readonly string[]> =>
  asAccount({ areaId, accountId: placed.accountId }, async (tx) => {
    const { world, accountId, caseId } = placed;
    const { rows: sections } = await sql<{ id: string }>`
      select record_id || '/' || section_id as id from section where case_id = ${caseId}`.execute(tx);
    const { rows: records } = await sql<{ id: string; ver: string }>`
      select record_id as id, ver from visible_record(${accountId}, ${areaId})`.execute(tx);
    const asked = RECORDS.flatMap((record, index) =>
      record.sections.map((section) => ({
        ...section,
        key: `${placed.records[index]!.recordId}/${section.sectionId}`,
      })),
    );
    const { rows: functions } = await sql<{ key: string; sees: boolean; writes: boolean }>`
      select s.key, may_write_section(${accountId}, ${areaId}, ${caseId}, s.kinds) as writes,
        may_see_section(${accountId}, ${areaId}, ${caseId}, s.kinds,
          case when s."hiddenFromMe" then array[${accountId}::uuid] else '{}' end,
          case s."onlyFor" when 'me' then ${accountId}::uuid when 'somebody else' then gen_random_uuid() end) as sees
      from json_to_recordset(${JSON.stringify(asked)}::json)
        as s (key text, kinds text[], "hiddenFromMe" boolean, "onlyFor" text)`.execute(tx);
    const seen = new Set(sections.map(({ id }) => id));
    const verOf = new Map(records.map(({ id, ver }) => [id, ver]));
    const found = new Map(functions.map((row) => [row.key, row]));
    return [
      ...asked.flatMap((section) => [
        ...(seen.has(section.key) === maySee(world, section) ? [] : [`policy: ${section.key}`]),
        ...(found.get(section.key)?.sees === maySee(world, section) ? [] : [`function: ${section.key}`]),
        ...(found.get(section.key)?.writes === mayReach(world, section, "write") ? [] : [`writing: ${section.key}`]),
      ]),
      ...RECORDS.flatMap((record, index) => {
        const { recordId, headRev } = placed.records[index]!;
        return verOf.get(recordId) === verFor(world, record, recordId, headRev) ? [] : [`pull: ${recordId}`];
      }),
      ...(records.every(({ id }) => placed.records.some(({ recordId }) => recordId === id)) ? [] : ["pull: too much"]),
    ];
  });
