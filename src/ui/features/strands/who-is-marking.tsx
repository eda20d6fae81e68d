import { useTranslation } from "react-i18next";
import { type Person, shownName } from "#core/schema/person";
import { voiceIn } from "#core/visit/change-section";
import { inRoomFirst } from "#core/visit/in-room-first";
import { useOpenVisit, usePresentIds, useVisit } from "../../app/visit/open-visit";
import { VoiceChip, VoiceChips } from "../../components/voice-chip";

/** The id of the person who marks now, or `together` for the marks side by side. */
export type Marking = string;

interface WhoIsMarkingProps {
  /** Absent where one choice serves all nine: then nothing is said of who has answered. */
  readonly strandId?: string;
  readonly marking: Marking;
  readonly together: boolean;
  readonly onChoose: (marking: Marking) => void;
}

/** Everyone who may give their view, those in the room first; and, once they are together, the marks side by side. */
export const WhoIsMarking = ({ strandId, marking, together, onChoose }: WhoIsMarkingProps) => {
  const { t } = useTranslation("strands");
  const { people } = useOpenVisit();
  const presentIds = usePresentIds();
  return (
    <VoiceChips label={t("whoIsMarking")}>
      {inRoomFirst(people, presentIds).map((person) => (
        <PersonChip
          key={person.id}
          person={person}
          {...(strandId === undefined ? {} : { strandId })}
          here={presentIds.includes(person.id)}
          chosen={marking === person.id}
          onChoose={() => {
            onChoose(person.id);
          }}
        />
      ))}
      {together && (
        <VoiceChip
          shape="agreed"
          chosen={marking === "together"}
          onChoose={() => {
            onChoose("together");
          }}
        >
          {t("togetherChip")}
        </VoiceChip>
      )}
    </VoiceChips>
  );
};

interface PersonChipProps {
  readonly person: Person;
  readonly strandId?: string;
  readonly here: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

const PersonChip = ({ person, strandId, here, chosen, onChoose }: PersonChipProps) => {
  const { t } = useTranslation("strands");
  const presentIds = usePresentIds();
  const answered = useVisit((visit) => {
    if (strandId === undefined) return false;
    const { mark, hiddenFrom } = voiceIn(visit, strandId, person.id);
    return mark.kind !== "none" && !hiddenFrom.some((id) => presentIds.includes(id));
  });
  return (
    <VoiceChip shape={person.kind} chosen={chosen} away={!here} onChoose={onChoose}>
      <bdi>{shownName(person)}</bdi>
      {!here && <span className="visually-hidden">, {t("notHere")}</span>}
      {answered && (
        <>
          <span aria-hidden="true">✓</span>
          <span className="visually-hidden">, {t("hasAnswered")}</span>
        </>
      )}
    </VoiceChip>
  );
};
