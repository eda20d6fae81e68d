import { people } from "./0001-people";
import { access } from "./0002-access";
import { records } from "./0003-records";
import { audit } from "./0004-audit";
import { training } from "./0005-training";
import { onlyFor } from "./0006-only-for";
import { sealed } from "./0007-sealed";
import { privateRecords } from "./0008-private-records";
import { chainedAudit } from "./0009-chained-audit";
import { lookedInto } from "./0010-looked-into";
import { grounds } from "./0011-grounds";
import { heldDecisions } from "./0012-held-decisions";
import { sameChild } from "./0013-same-child";
import { allIn } from "./0014-all-in";
import type { Migration } from "./migration";

/** Every step, in order. New ones are added at the end; none is edited, renamed or taken out once released. */
export const migrations: readonly Migration[] = [
  people,
  access,
  records,
  audit,
  training,
  onlyFor,
  sealed,
  privateRecords,
  chainedAudit,
  lookedInto,
  grounds,
  heldDecisions,
  sameChild,
  allIn,
];
