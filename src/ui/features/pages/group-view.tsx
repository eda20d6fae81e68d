import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { addRound, removeRound } from "#core/questionnaire/change-page";
import type { ShownGroup, ShownItem } from "#core/questionnaire/shown-page";
import { shownName } from "#core/schema/person";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { useRoleName } from "../../i18n/use-role-name";
import { useChangePage, useFilling } from "./filling";
import styles from "./pages.module.css";
import { QuestionText } from "./question-text";

interface GroupViewProps {
  readonly pageId: string;
  readonly group: ShownGroup;
  readonly level: 2 | 3 | 4;
  /** Draws what stands under the heading. */
  readonly draw: (items: readonly ShownItem[]) => ReactNode;
}

/** Questions under one heading; once for each person, or as often as somebody adds another. */
export const GroupView = ({ pageId, group, level, draw }: GroupViewProps) => {
  const { item, rounds } = group;
  const Heading = `h${level}` as const;
  if (item.repeat?.each === "added") return <AddedRounds pageId={pageId} group={group} level={level} draw={draw} />;
  return rounds.map(({ instance, items }) => (
    <section key={instance?.id ?? item.id} className={styles.group}>
      <Heading>
        <QuestionText item={item} />
        {item.repeat !== undefined && instance?.person !== undefined && <About person={instance.person} />}
      </Heading>
      {draw(items)}
    </section>
  ));
};

/** Whom a round is about: two people of one kind are told apart by name, and by who they are to the child. */
const About = ({ person }: { readonly person: Parameters<typeof shownName>[0] }) => {
  const roleName = useRoleName();
  return (
    <>
      : <bdi>{shownName(person)}</bdi>
      {shownName(person) !== roleName(person.role) && <span className={styles.quiet}> ({roleName(person.role)})</span>}
    </>
  );
};

/** Another round is added at the end; one that is taken away keeps its answers until the page is left, and can come back. */
const AddedRounds = ({ pageId, group: { item, rounds, canAdd }, level, draw }: GroupViewProps) => {
  const { t } = useTranslation("pages");
  const { structure } = useFilling();
  const { ids } = useServices();
  const change = useChangePage(pageId);
  const [lastTaken, setLastTaken] = useState<string | undefined>();
  const [justAdded, setJustAdded] = useState<string | undefined>();
  const newest = useRef<HTMLHeadingElement>(null);
  const Heading = `h${level}` as const;
  useEffect(() => {
    if (justAdded !== undefined) newest.current?.focus();
  }, [justAdded]);
  const add = (roundId: string): void => {
    change((page) => {
      const added = addRound(page, { structure, pageId, groupId: item.id }, roundId);
      return added.ok ? added.value : page;
    });
    setJustAdded(roundId);
    setLastTaken(undefined);
  };
  return (
    <section className={styles.rounds}>
      {rounds.length === 0 && (
        <Heading>
          <QuestionText item={item} />
        </Heading>
      )}
      {rounds.map(({ instance, items }, index) => (
        <section key={instance?.id} className={styles.round} aria-label={t("round", { number: index + 1 })}>
          <Heading className={styles.roundHead} tabIndex={-1} {...(instance?.id === justAdded ? { ref: newest } : {})}>
            <QuestionText item={item} /> {index + 1}
          </Heading>
          {draw(items)}
          <div>
            <Button
              weight="quiet"
              onClick={() => {
                if (instance === undefined) return;
                change((page) => removeRound(page, item.id, instance.id));
                setLastTaken(instance.id);
              }}
            >
              {t("takeAway", { number: index + 1 })}
            </Button>
          </div>
        </section>
      ))}
      <div className={styles.row}>
        {canAdd && (
          <Button
            onClick={() => {
              add(ids.next());
            }}
          >
            {t(rounds.length === 0 ? "addOne" : "addAnother")}
          </Button>
        )}
        {lastTaken !== undefined && canAdd && (
          <Button
            weight="quiet"
            onClick={() => {
              add(lastTaken);
            }}
          >
            {t("bringBack")}
          </Button>
        )}
      </div>
    </section>
  );
};
