import { useFormContext } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { useOpenVisit } from "../../app/visit/open-visit";
import { Card } from "../../components/card";
import { ChoiceGroup } from "../../components/form/choice-group";
import { TickCard } from "../../components/form/tick-card";
import { VoiceGlyph } from "../../components/voice-glyph";
import { useRoleName } from "../../i18n/use-role-name";
import { Interpreting } from "./interpreting";
import { LanguagesToday } from "./languages-today";
import { SomeoneElse } from "./someone-else";
import type { StartValues } from "./start-values";
import styles from "./start.module.css";
import { useEveryone } from "./use-everyone";
import { useMissing } from "./use-missing";

/** Who is in the room, the child first, and in which language they understand each other. */
export const WhoIsHere = () => {
  const { t } = useTranslation("start");
  const { child } = useOpenVisit();
  const { register } = useFormContext<StartValues>();
  const everyone = useEveryone();
  const missing = useMissing();
  const roleName = useRoleName();
  return (
    <Card>
      <h2>{t("here.title")}</h2>
      <ChoiceGroup legend={t("here.tick")} error={missing(`here.present.${child.id}`)}>
        <div className={styles.people}>
          {everyone.map((person) => (
            <TickCard
              key={person.id}
              type="checkbox"
              glyph={<VoiceGlyph shape={person.kind} size={20} />}
              note={noteOn(shownName(person), person.name, roleName(person.role))}
              {...register(`here.present.${person.id}`)}
            >
              <bdi className={styles.person}>{shownName(person)}</bdi>
            </TickCard>
          ))}
        </div>
      </ChoiceGroup>
      <SomeoneElse />
      <div className={styles.part}>
        <h3>{t("language.title")}</h3>
        <LanguagesToday />
        <Interpreting />
      </div>
    </Card>
  );
};

/** What tells people apart beside the name they go by: their full name and who they are, where these say more. */
const noteOn = (shown: string, name: string, role: string): string =>
  [name, role].filter((each, index, all) => each !== shown && all.indexOf(each) === index).join(", ");
