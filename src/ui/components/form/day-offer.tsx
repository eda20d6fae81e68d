import { type ReactNode, useId, useRef } from "react";
import type { PlainDate } from "#core/schema/plain-date";
import { Button } from "../button";
import { DayField } from "./day-field";
import styles from "./day-offer.module.css";

interface DayOfferProps {
  readonly title: string;
  readonly hint: string;
  /** The day, set or only offered, as it is said. */
  readonly said: ReactNode;
  /** Something worth knowing of the day that is set. */
  readonly note?: string | undefined;
  /** Empty while the day is only offered. */
  readonly day: PlainDate;
  readonly offered: PlainDate;
  readonly earliest: PlainDate;
  readonly words: {
    readonly set: string;
    readonly leaveOpen: string;
    readonly another: string;
    readonly tooEarly: string;
    readonly noDay: string;
  };
  readonly onSet: (day: PlainDate) => void;
}

/** One day that is offered; people set it, choose another, or leave it open. */
export const DayOffer = ({ title, hint, said, note, day, offered, earliest, words, onSet }: DayOfferProps) => {
  const headingId = useId();
  const input = useRef<HTMLInputElement>(null);
  const setFromButton = (next: PlainDate): void => {
    if (input.current !== null) input.current.value = next;
    onSet(next);
  };
  return (
    <div className={styles.day} role="group" aria-labelledby={headingId}>
      <div>
        <h3 id={headingId}>{title}</h3>
        <p className={styles.quiet}>{hint}</p>
      </div>
      <div role="status">
        <p>{said}</p>
        {note !== undefined && <p>{note}</p>}
      </div>
      <p>
        <Button
          weight={day === "" ? "plain" : "quiet"}
          onClick={() => {
            setFromButton(day === "" ? offered : "");
          }}
        >
          {day === "" ? words.set : words.leaveOpen}
        </Button>
      </p>
      <DayField
        ref={input}
        label={words.another}
        earliest={earliest}
        tooEarly={words.tooEarly}
        noDay={words.noDay}
        defaultDay={day}
        onDay={onSet}
      />
    </div>
  );
};
