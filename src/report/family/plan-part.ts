import { actionsOf, notAvailableOf } from "#core/plan/actions";
import { type Action, type Goal, HOW_CLOSE, type Idea } from "#core/schema/plan";
import { withdrawalOf } from "#core/strategies/withdrawn";
import type { Block, Paragraph, Table } from "../document";
import { copiedPart } from "./copied-notes";
import { heading, labelled, linesOf, paragraph, part, said, type Telling } from "./telling";

/** What the child wants; what people will try, as a table; and what would help and cannot be had here. */
export const planPart = (telling: Telling): readonly Block[] => {
  const { view, words, say, copy, names } = telling;
  const actions = actionsOf(view.plan);
  const first = view.plan["work-on-first"]?.strandIds ?? [];
  const strands = first.map((strandId) => copy.instrument.wording.strands[strandId]?.family ?? strandId);
  const gaps = notAvailableOf(view.plan).flatMap(({ content }) => linesOf(content.what).map((text) => ({ text })));
  return [
    heading(2, words.plan),
    ...goalOf(view.plan.goal, telling),
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

/** The child's own words first, whatever else is planned; how close people say they are, in words. */
const goalOf = (goal: Goal | undefined, telling: Telling): readonly Paragraph[] => {
  const { words, say, view } = telling;
  if (goal === undefined) return [];
  // What a newer version calls it has no words here; it is kept.
  const known = HOW_CLOSE.find((each) => each === goal.howClose);
  const close = [known === undefined ? "" : words.close[known], goal.howCloseWords].join("\n");
  return [
    ...labelled(say(words.goal, { name: view.nameOf(view.child.id) }), goal.words),
    ...labelled(words.howClose, close),
    ...copiedPart(goal.paper, telling),
  ];
};

const tableOf = (actions: readonly Action[], telling: Telling): Table => {
  const { words, say, view } = telling;
  return {
    kind: "table",
    caption: words.planCaption,
    columns: [
      { heading: words.planWhat, share: 41 },
      { heading: words.planWho, share: 24 },
      { heading: say(words.planHow, { name: view.nameOf(view.child.id) }), share: 35 },
    ],
    rows: actions.map((action) => [whatOf(action, telling), whoOf(action, telling), howOf(action, telling)]),
  };
};

const whatOf = ({ what, strandId, idea, paper }: Action, telling: Telling): Paragraph[] => {
  const { words, say, copy } = telling;
  const strand = copy.instrument.wording.strands[strandId]?.family;
  return [
    ...said(what),
    ...(idea === undefined ? [] : beforehand(idea, telling)),
    ...(strand === undefined ? [] : [paragraph(say(words.planFor, { strand }), "note")]),
    ...copiedPart(paper, telling),
  ];
};

/**
 * What goes with an idea before it is tried. An idea never leaves on paper without it, nor without when to stop, which
 * stands beside how we will know.
 */
const beforehand = (idea: Idea, { words, copy }: Telling): readonly Paragraph[] => [
  ...(withdrawalOf(idea, copy.withdrawn ?? []) === undefined ? [] : [paragraph(words.idea.withdrawn, "label")]),
  ...labelled(words.idea.notFor, idea.notFor),
  ...labelled(words.idea.checkWith, idea.checkWith),
];

/** A person is only asked until they say yes. */
const whoOf = ({ setting, whoId, asked, from }: Action, { words, say, view, day }: Telling): Paragraph[] => {
  const name = whoId === "" ? "" : view.nameOf(whoId);
  return [
    ...(setting === "" ? [] : [paragraph(words.setting[setting])]),
    ...(name === "" ? [] : [paragraph(say(words.asked[asked], { name }))]),
    ...(from === "" ? [] : [paragraph(say(words.planFrom, { date: day(from) }))]),
  ];
};

const howOf = ({ howWeKnow, childThinks, changes, idea }: Action, { words, say, view }: Telling): Paragraph[] => {
  const name = view.nameOf(view.child.id);
  return [
    ...said(howWeKnow),
    ...labelled(words.idea.stopIf, idea?.stopIf ?? ""),
    ...labelled(say(words.planThinks, { name }), childThinks),
    ...(changes === "not-said" ? [] : [paragraph(say(words.planChanges[changes], { name }), "note")]),
  ];
};
