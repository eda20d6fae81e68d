import type { InputHTMLAttributes, ReactNode } from "react";
import { Choice } from "../../components/form/choice-group";
import { TickCard } from "../../components/form/tick-card";
import { useFilling } from "./filling";
import { Picture } from "./picture";

type OneChoiceProps = InputHTMLAttributes<HTMLInputElement> & {
  readonly type: "radio" | "checkbox";
  readonly picture: string | undefined;
  readonly children: ReactNode;
};

const PICTURE_PX = 64;

/** One thing to choose. On the child's own pages it is a card, its picture before its words. */
export const OneChoice = ({ picture, children, ...input }: OneChoiceProps) => {
  const { structure } = useFilling();
  if (picture === undefined && structure.use.answeredBy !== "child") return <Choice {...input}>{children}</Choice>;
  return (
    <TickCard {...input} glyph={picture === undefined ? undefined : <Picture name={picture} size={PICTURE_PX} />}>
      {children}
    </TickCard>
  );
};

/** How the choices of a question stand: cards where there are pictures, one line where all are short. */
export const useChoiceFlow = (
  pictures: readonly (string | undefined)[],
  words: readonly string[],
): "cards" | "row" | "column" => {
  const { structure } = useFilling();
  if (structure.use.answeredBy === "child" || pictures.some((picture) => picture !== undefined)) return "cards";
  return words.join("").length <= SHORT_IN_ALL ? "row" : "column";
};

const SHORT_IN_ALL = 48;
