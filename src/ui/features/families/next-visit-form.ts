import { z } from "zod";
import { NextVisit } from "#core/schema/case";
import { PlainDate } from "#core/schema/plain-date";

export const LONGEST_WHERE = 200;

/** When, where and with whom, as the form holds them: all empty is no visit. */
const Typed = z.object({ on: z.string(), at: z.string(), where: z.string(), withPersonIds: z.array(z.string()) });
export type NextVisitValues = z.infer<typeof Typed>;

export const NO_VISIT: NextVisitValues = { on: "", at: "", where: "", withPersonIds: [] };

/**
 * Reads a next visit.
 *
 * Shape   nothing filled gives `undefined`; who comes is kept only of those in `personIds`.
 * Errors  codes beside their field: a day that is missing, unreal or past, a time that is none, too long a place.
 */
export const nextVisitForm = (today: PlainDate) =>
  Typed.transform(({ on, at, where, withPersonIds }, context): NextVisit | undefined => {
    const place = where.trim();
    if (on === "" && at === "" && place === "" && withPersonIds.length === 0) return undefined;
    const fault = (field: keyof NextVisitValues, message: string): void => {
      context.addIssue({ code: "custom", path: [field], message, input: "" });
    };
    if (on === "") fault("on", "visit-day-missing");
    else if (!PlainDate.safeParse(on).success) fault("on", "visit-day-not-real");
    else if (on < today) fault("on", "visit-day-past");
    if (!NextVisit.shape.at.safeParse(at).success) fault("at", "visit-time-not-real");
    if (place.length > LONGEST_WHERE) fault("where", "text-too-long");
    const read = NextVisit.safeParse({ on, at, where: place, withPersonIds });
    return read.success ? read.data : z.NEVER;
  });
