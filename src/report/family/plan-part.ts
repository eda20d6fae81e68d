import { actionsOf, notAvailableOf } from "#core/plan/actions";
import type { Action } from "#core/schema/plan";
import type { Block, Paragraph, Table } from "../document";
import { heading, labelled, linesOf, paragraph, part, said, type Telling } from "./telling";

/** What people will try, as a table; and what would help and cannot be had here. */
export const planPart = (telling: Telling): readonly Block[] => {
  const { view, words, say, copy, names } = telling;
  const actions = actionsOf(view.plan);
  const first = view.plan["work-on-first"]?.strandIds ?? [];
  const strands = first.map((strandId) => copy.instrument.wording.strands[strandId]?.family ?? strandId);
  const gaps = notAvailableOf(view.plan).flatMap(({ content }) => linesOf(content.what).map((text) => ({ text })));
  return [
    heading(2, words.plan),
    ...(strands.length === 0
      ? []
      : [{ ...paragraph(say(words.planFirst, { strands: names(strands) })), keep: actions.length > 0 }]),
    actions.length === 0
      ? paragraph(words.planNone)
      : tableOf(
          actions.map(({ content }) => content),
          telling,
        ),
    ...part(heading(2, words.gaps), gaps.length === 0 ? [] : [{ kind: "list", items: gaps }]),
  ];
};

const tableOf = (actions: readonly Action[], telling: Telling): Table => {
  const { words, say, view } = telling;
  return {
    kind: "table",
    caption: words.planCaption,
    columns: [
      { heading: words.planWhat, share: 38 },
      { heading: words.planWho, share: 26 },
      { heading: say(words.planHow, { name: view.nameOf(view.child.id) }), share: 36 },
    ],
    rows: actions.map((action) => [whatOf(action, telling), whoOf(action, telling), howOf(action, telling)]),
  };
};

const whatOf = ({ what, strandId }: Action, { words, say, copy }: Telling): Paragraph[] => {
  const strand = copy.instrument.wording.strands[strandId]?.family;
  return [...said(what), ...(strand === undefined ? [] : [paragraph(say(words.planFor, { strand }), "note")])];
};

/** A person is only asked until they say yes. */
const whoOf = ({ setting, whoId, asked, from }: Action, { words, say, view, day }: Telling): Paragraph[] => {
  const name = whoId === "" ? "" : view.nameOf(whoId);
  return [
    ...(setting === "" ? [] : [paragraph(words.setting[setting])]),
    ...(name === "" ? [] : [paragraph(say(words.asked[asked], { name }))]),
    ...(from === "" ? [] : [paragraph(say(words.planFrom, { date: day(from) }))]),
  ];
};

const howOf = ({ howWeKnow, childThinks, changes }: Action, { words, say, view }: Telling): Paragraph[] => {
  const name = view.nameOf(view.child.id);
  return [
    ...said(howWeKnow),
    ...labelled(say(words.planThinks, { name }), childThinks),
    ...(changes === "not-said" ? [] : [paragraph(say(words.planChanges[changes], { name }), "note")]),
  ];
};
