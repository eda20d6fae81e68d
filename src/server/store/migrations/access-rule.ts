/** Whose access is asked about, as SQL: columns with their table's name, parameters, or functions. */
export interface AskedFor {
  readonly account: string;
  readonly area: string;
}

/** What an account is to be let do with what it reaches. */
export type To = "see" | "write";

/** A section, or the record around it: `kinds` are the names by which a sharing may name it. */
export interface Asked extends AskedFor {
  readonly inCase: string;
  readonly kinds: string;
  readonly hiddenFrom?: string;
  readonly onlyFor?: string;
}

/** Whether a row of anything that begins and ends is in force now. */
export const inForce = (row: string): string =>
  `${row}.from_at <= now() and (${row}.until_at is null or ${row}.until_at > now())`;

/** The role in an agency: whoever reads or writes is, today, a member of that agency in a role that may. */
const inRole = (row: string, to: To): string =>
  `join membership m on m.area_id = ${row}.area_id and m.account_id = ${row}.account_id
      and m.agency_id = ${row}.agency_id and ${inForce("m")}
    join area_role o on o.area_id = m.area_id and o.role = m.role${to === "write" ? " and o.writes" : ""}`;

const theirs = (row: string, { account, area }: AskedFor): string =>
  `${row}.area_id = ${area} and ${row}.account_id = ${account} and ${inForce(row)}`;

const sharedWith = `x.area_id = k.area_id and x.case_id = k.case_id
      and (x.to_agency = k.agency_id or x.to_account = k.account_id) and ${inForce("x")}`;

/** The cases that an account reaches as a whole: by own work, by a sharing of everything, or by breaking the glass. */
export const wholeCases = (asked: AskedFor, to: To): string =>
  `select k.case_id from relationship k ${inRole("k", to)}
    where ${theirs("k", asked)} and (k.ground in ('created', 'given')
      or (k.ground = 'shared' and exists (select 1 from sharing x where ${sharedWith} and x.kinds is null)))${
        to === "write"
          ? ""
          : `
    union all select b.case_id from break_glass b ${inRole("b", to)} where ${theirs("b", asked)}`
      }`;

/** Whether a sharing in force lets an account at one kind of section. */
const sharedKinds = ({ inCase, kinds, ...asked }: Asked, to: To): string =>
  `exists (select 1 from relationship k ${inRole("k", to)} join sharing x on ${sharedWith}
    where ${theirs("k", asked)} and k.case_id = ${inCase} and k.ground = 'shared' and x.kinds && ${kinds})`;

/**
 * [Note: The rule of access]
 * Whether an account may see, or write, a section of a case's record: by its role in an agency, **and** its relationship to
 * the case in that agency, **and** a ground for this section. Own work is the ground of whoever made the case or was given
 * it in their agency; whoever was let at it by a sharing sees what a sharing in force names; breaking the glass stands for
 * a relationship, for some hours, to read. Over every ground stand whom a section is hidden from and whose alone it is.
 * What is not known is a no.
 *
 * It stands here alone. Every policy on a record's rows has it as text, and so have `may_see_section` and
 * `visible_record`. Text, and not a call of a function: the database finds the cases once for all rows that a query looks
 * at, and calls a function for each. What is shared in part is asked for row by row, only where the whole is not reached.
 */
export const mayReach = (asked: Asked, to: To = "see"): string => {
  const { account, inCase, hiddenFrom, onlyFor } = asked;
  return [
    ...(hiddenFrom === undefined ? [] : [`${account} <> all (${hiddenFrom})`]),
    ...(onlyFor === undefined ? [] : [`(${onlyFor} is null or ${onlyFor} = ${account})`]),
    `(${inCase} in (${wholeCases(asked, to)}) or ${sharedKinds(asked, to)})`,
  ].join(" and ");
};
