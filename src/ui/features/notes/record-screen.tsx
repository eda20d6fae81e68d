import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { additionsOf } from "#core/concern/additions";
import { type Concern, DOORS, type DoorId } from "#core/schema/concern";
import layout from "../../app/layout.module.css";
import { Message } from "../../app/message";
import { Opening } from "../../app/opening";
import { PageHeading } from "../../app/page-heading";
import { useServices } from "../../app/services";
import { useOpened } from "../../app/use-opened";
import { VisitBar } from "../../app/visit/visit-bar";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { DeliveryButton } from "../../components/delivery/delivery-button";
import { useFormat } from "../../i18n/use-format";
import styles from "./notes.module.css";
import { RingFirst } from "./ring-first";
import { type PrivateRecord, usePrivateRecords } from "./use-private-records";
import { isWaitingForAnswer } from "./waits-for-answer";

/** One private record as it was written, and what was added since. */
export const RecordScreen = () => {
  const { t } = useTranslation("notes");
  const { recordId = "" } = useParams();
  const reading = usePrivateRecords();
  if (reading.kind === "reading") return <Opening />;
  if (reading.kind === "failed") return <Message title={t("list.failed")} />;
  const record = [...reading.concerns, ...reading.notes].find((each) => each.recordId === recordId);
  return record === undefined ? <Message title={t("record.notHere")} /> : <Shown record={record} />;
};

const Shown = ({ record }: { readonly record: PrivateRecord }) => {
  const { t } = useTranslation("notes");
  const services = useServices();
  const format = useFormat();
  const { caseId, recordId, delivery } = record;
  useOpened(recordId);
  const first = record.recordType === "concern" ? record.body.sections.concern : record.body.sections.note;
  const isOwn = first.byId === services.practitioner.id;
  const here = `/cases/${caseId}/notes`;
  const isHeldOfOthers = !isOwn && delivery.kind === "needs-you" && delivery.reason === "held";
  const asks = record.recordType === "concern" && isWaitingForAnswer(record, services);
  return (
    <>
      <main id="main" className={layout.narrow}>
        <div className={styles.nameLine}>
          <PageHeading>{t(record.recordType === "concern" ? "concern.title" : "note.title")}</PageHeading>
          <DeliveryButton delivery={delivery} />
        </div>
        {record.recordType === "concern" && <RingFirst caseId={caseId} />}
        {asks && (
          <Card>
            <h2>{t("record.askAnswered")}</h2>
            <p>{t("record.askBody")}</p>
            <div className={styles.actions}>
              <ButtonLink to={`${here}/${recordId}/add`}>{t("record.sayWho")}</ButtonLink>
            </div>
          </Card>
        )}
        {isHeldOfOthers && <p>{t("record.held")}</p>}
        <Card>
          <p className={styles.quiet}>
            {t("record.written", { name: first.byName, time: format.dayAndTime(first.atMs) })}
          </p>
          {first.words !== "" && <Words>{first.words}</Words>}
          {record.recordType === "concern" && <Facts concern={record.body.sections.concern} />}
        </Card>
        {additionsOf(record.body.sections).map(({ id, atMs, words, answeredBy }) => (
          <Card key={id}>
            <p className={styles.quiet}>{t("record.added", { time: format.dayAndTime(atMs) })}</p>
            {answeredBy !== "" && <p>{t("record.answered", { name: answeredBy })}</p>}
            {words !== "" && <Words>{words}</Words>}
          </Card>
        ))}
      </main>
      <VisitBar>
        <ButtonLink to={here}>{t("record.back")}</ButtonLink>
        {isOwn && (
          <ButtonLink weight="main" to={`${here}/${recordId}/add`}>
            {t("record.add")}
          </ButtonLink>
        )}
      </VisitBar>
    </>
  );
};

const Words = ({ children }: { readonly children: string }) => (
  <p className={styles.words} dir="auto">
    {children}
  </p>
);

/** Whatever was said of it; what was left says nothing. */
const Facts = ({ concern }: { readonly concern: Concern }) => {
  const { t } = useTranslation("notes");
  const answer = useAnswerWords();
  const door = (id: string): string => (isDoor(id) ? t(`doors.${id}`) : id);
  return (
    <dl className={styles.facts}>
      <Fact name={t("concern.saidBy")}>{concern.saidBy}</Fact>
      <Fact name={t("concern.about")}>{concern.about}</Fact>
      <Fact name={t("concern.when")}>{concern.when}</Fact>
      <Fact name={t("record.danger")}>{answer(concern.dangerNow)}</Fact>
      {concern.notSafeToAsk && <Fact name={t("concern.notSafe")}>{t("choice.yes")}</Fact>}
      {concern.told.map((told, index) => (
        <Fact key={index} name={t("record.told")}>
          {[door(told.door), told.who, told.when].filter((each) => each !== "").join(", ")}
        </Fact>
      ))}
      <Fact name={t("record.family")}>{answer(concern.familyTold)}</Fact>
      <Fact name={t("concern.whyNot")}>{concern.whyNotTold}</Fact>
    </dl>
  );
};

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) =>
  children === "" ? null : (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );

const isDoor = (id: string): id is DoorId => DOORS.some((each) => each === id);

/** An answer in words; one that only a newer version knows is shown as it was written. */
const useAnswerWords = (): ((answer: string) => string) => {
  const { t } = useTranslation("notes");
  return (answer) => (answer === "yes" || answer === "no" || answer === "not-known" ? t(`choice.${answer}`) : answer);
};
