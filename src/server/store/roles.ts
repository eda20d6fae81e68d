/** The roles that work in a store. They belong to the whole cluster, and so are in no dump of one database. */
export const ROLES = [
  "strandline_nobody",
  "strandline_app",
  "strandline_desk",
  "strandline_auditor",
  "strandline_counter",
] as const;

/** Makes a role that cannot sign in or get round row security, and lets whoever migrates take it on. */
export const makeRole = (role: (typeof ROLES)[number]): readonly string[] => [
  // Another database of the cluster may have made it, perhaps in this very moment.
  `do $$ begin
     create role ${role} nologin nosuperuser nobypassrls noinherit;
   exception when duplicate_object or unique_violation then null; end $$`,
  `do $$ begin
     if not pg_has_role(current_user, '${role}', 'member') then execute 'grant ${role} to ' || quote_ident(current_user); end if;
   end $$`,
];
