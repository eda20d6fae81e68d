import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { useOpenVisit } from "../../app/visit/open-visit";
import { Card } from "../../components/card";
import { ChoiceGroup } from "../../components/form/choice-group";
import { TickCard } from "../../components/form/tick-card";
import { VoiceGlyph } from "../../components/voice-glyph";
import { useRoleName } from "../../i18n/use-role-name";
import styles from "./review.module.css";
import { useReviewPart, useReviewStore } from "./review-store";

/** Who is there while the plan is looked at again. */
export const WhoIsThere = () => {
  const { t } = useTranslation("review");
  const { people } = useOpenVisit();
  const store = useReviewStore();
  const roleName = useRoleName();
  const presentIds = useReviewPart((values) => values.presentIds);
  return (
    <Card>
      <ChoiceGroup legend={t("here")}>
        <div className={styles.people}>
          {people.map(({ id, kind, role, ...person }) => {
            const name = shownName({ id, kind, role, ...person });
            return (
              <TickCard
                key={id}
                type="checkbox"
                glyph={<VoiceGlyph shape={kind} size={20} />}
                note={name === roleName(role) ? undefined : roleName(role)}
                checked={presentIds.includes(id)}
                onChange={(event) => {
                  const rest = presentIds.filter((each) => each !== id);
                  store.areHere(event.currentTarget.checked ? [...rest, id] : rest);
                }}
              >
                <bdi>{name}</bdi>
              </TickCard>
            );
          })}
        </div>
      </ChoiceGroup>
    </Card>
  );
};
