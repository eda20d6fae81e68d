import type { AgeBand } from "../schema/age-band";
import type { PersonId } from "../schema/ids";
import type { Person, VoiceKind } from "../schema/person";
import type { Visit } from "../schema/visit";

const WITH_A_BABY: AgeBand = "under-2";
const BEFORE_A_BABY: readonly VoiceKind[] = ["family", "setting", "practitioner"];

/**
 * Who is asked first on a strand: the child, where they are in the room. With a baby it is the family: a line of the
 * baby's own is opened on purpose, by somebody who then says whose understanding it is.
 *
 * Shape  `people` are everyone on the record; where nobody was ticked as here, the first of them.
 */
export const firstToMark = (visit: Visit, people: readonly Person[]): PersonId => {
  const { frame, here } = visit.profile.sections;
  const presentIds = here?.presentIds ?? [];
  if (frame.band === WITH_A_BABY) {
    const adults = BEFORE_A_BABY.flatMap((kind) =>
      people.filter((person) => person.kind === kind && presentIds.includes(person.id)),
    );
    if (adults[0] !== undefined) return adults[0].id;
  }
  if (presentIds.includes(frame.childId)) return frame.childId;
  return presentIds[0] ?? people[0]?.id ?? frame.childId;
};
