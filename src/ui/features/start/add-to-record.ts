import { withPerson } from "#core/case/change-case";
import type { Result } from "#core/result";
import type { Id } from "#core/schema/ids";
import type { Person } from "#core/schema/person";
import { amendCase, type CannotAmend } from "../../app/amend-case";
import type { Services } from "../../app/services";

/** Adds a person to the child's record, as a new revision of what it is now. Whoever is there already stays as they are. */
export const addToRecord = (services: Services, caseId: Id, person: Person): Promise<Result<void, CannotAmend>> =>
  amendCase(services, caseId, (body) =>
    body.sections[`person/${person.id}`] === undefined ? withPerson(body, person) : body,
  );
