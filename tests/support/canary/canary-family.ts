import type { Canaries } from "./canaries";
import type { VisitorFamily } from "../visitor";

/** A made-up family whose every name is a canary. */
export const canaryFamily = ({ word }: Canaries): VisitorFamily => ({
  name: `${word("the child's name")} ${word("the family's name")}`,
  called: word("what the child is called"),
  born: { day: "27", month: "11", year: "2017" },
  people: [
    { name: word("a mother's name"), called: word("what the child calls her"), role: "Mum" },
    { name: word("a father's name"), called: word("what the child calls him"), role: "Dad" },
  ],
  decides: "child",
});
