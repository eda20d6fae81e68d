import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Person, shownName } from "#core/schema/person";
import { changeLoves, lovesIn } from "#core/visit/change-section";
import { inRoomFirst } from "#core/visit/in-room-first";
import { useOpenVisit, usePresentIds, useVisit } from "../../app/visit/open-visit";
import { Card } from "../../components/card";
import { TextArea } from "../../components/form/text-field";
import { VoiceChip, VoiceChips } from "../../components/voice-chip";
import styles from "./start.module.css";
import { useEveryone } from "./use-everyone";

/** What the child loves and what could be easier: asked first, of each person in the room, the child first. */
export const WhatComesFirst = () => {
  const { t } = useTranslation("start");
  const { child } = useOpenVisit();
  const everyone = useEveryone();
  const presentIds = usePresentIds();
  const [chosenId, setChosenId] = useState("");
  const inRoom = everyone.filter((person) => presentIds.includes(person.id));
  const voices = inRoom.length === 0 ? [child] : inRoomFirst(inRoom, presentIds);
  const person = voices.find(({ id }) => id === chosenId) ?? voices[0] ?? child;
  return (
    <Card>
      <h2>{t("matters.title")}</h2>
      <VoiceChips label={t("matters.whose")}>
        {voices.map((each) => (
          <LovesChip
            key={each.id}
            person={each}
            chosen={each.id === person.id}
            onChoose={() => {
              setChosenId(each.id);
            }}
          />
        ))}
      </VoiceChips>
      <LovesWords key={person.id} person={person} />
    </Card>
  );
};

interface LovesChipProps {
  readonly person: Person;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

const LovesChip = ({ person, chosen, onChoose }: LovesChipProps) => (
  <VoiceChip shape={person.kind} chosen={chosen} onChoose={onChoose}>
    <bdi>{shownName(person)}</bdi>
  </VoiceChip>
);

/** One person's words. The fields hold their own text while it is typed; every change is saved. */
const LovesWords = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation("start");
  const { child, store } = useOpenVisit();
  const presentIds = usePresentIds();
  const kept = useVisit((visit) => lovesIn(visit, person.id).hiddenFrom.some((id) => presentIds.includes(id)));
  const opened = lovesIn(store.get(), person.id);
  if (kept) return <p>{t("matters.kept", { name: shownName(person) })}</p>;
  return (
    <div className={styles.two}>
      {(["loves", "easier"] as const).map((field) => (
        <TextArea
          key={field}
          label={t(`matters.${field}`, { name: shownName(child) })}
          defaultValue={opened[field]}
          onChange={(event) => {
            const words = event.currentTarget.value;
            store.change((visit) => changeLoves(visit, person.id, { [field]: words }));
          }}
        />
      ))}
    </div>
  );
};
