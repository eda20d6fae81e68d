import { type Ref, useState } from "react";
import { PlainDate } from "#core/schema/plain-date";
import { TextField } from "./text-field";

interface DayFieldProps {
  readonly label: string;
  /** Empty where there is none. */
  readonly defaultDay: PlainDate;
  readonly earliest: PlainDate;
  /** What is said of a day before the earliest. */
  readonly tooEarly: string;
  /** What is said of what is no day. */
  readonly noDay: string;
  /** Called with a day that exists and may be chosen, or with an empty one; anything else changes nothing. */
  readonly onDay: (day: PlainDate) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A day to type or pick. A day that cannot be taken is said beside it, once the field is left, and is never saved. */
export const DayField = ({ label, defaultDay, earliest, tooEarly, noDay, onDay, ref }: DayFieldProps) => {
  const [error, setError] = useState<string | undefined>();

  const faultOf = (input: HTMLInputElement): string | undefined => {
    if (input.value === "") return input.validity.badInput ? noDay : undefined;
    if (!PlainDate.safeParse(input.value).success) return noDay;
    return input.value < earliest ? tooEarly : undefined;
  };

  return (
    <TextField
      type="date"
      label={label}
      error={error}
      defaultValue={defaultDay}
      min={earliest}
      {...(ref === undefined ? {} : { ref })}
      onChange={(event) => {
        const input = event.currentTarget;
        if (faultOf(input) !== undefined) return;
        setError(undefined);
        onDay(input.value);
      }}
      onBlur={(event) => {
        setError(faultOf(event.currentTarget));
      }}
    />
  );
};
