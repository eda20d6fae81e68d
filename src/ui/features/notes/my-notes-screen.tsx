import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { Id } from "#core/schema/ids";
import { useHasBegun } from "../../app/forms/use-has-begun";
import layout from "../../app/layout.module.css";
import { Message } from "../../app/message";
import { Opening } from "../../app/opening";
import { PageHeading } from "../../app/page-heading";
import { useServices } from "../../app/services";
import { VisitBar } from "../../app/visit/visit-bar";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { DeliveryState } from "../../components/delivery/delivery-state";
import { useFormat } from "../../i18n/use-format";
import styles from "./notes.module.css";
import { ConcernValues, isAnythingTyped, newPrivate, NoteValues } from "./private-draft";
import { RingFirst } from "./ring-first";
import { type PrivateRecord, type PrivateRecords, usePrivateRecords } from "./use-private-records";
import { isForNobodyYet, isWaitingForAnswer } from "./waits-for-answer";

/** What the person here wrote down about one family, and what they were let read. */
export const MyNotesScreen = () => {
  const { caseId = "" } = useParams();
  return <Notes caseId={caseId} />;
};

/** The same for every family, for whoever keeps the area's records, and to find what waits for an answer. */
export const AllNotesScreen = () => <Notes />;

const Notes = ({ caseId }: { readonly caseId?: Id }) => {
  const { t } = useTranslation("notes");
  const reading = usePrivateRecords(caseId);
  if (reading.kind === "reading") return <Opening />;
  if (reading.kind === "failed") return <Message title={t("list.failed")} />;
  return (
    <>
      <main id="main" className={layout.narrow}>
        <div className={styles.head}>
          <PageHeading>{t(caseId === undefined ? "titleAll" : "title")}</PageHeading>
          <p className={styles.quiet}>{t("list.whoReads")}</p>
        </div>
        <RingFirst {...(caseId === undefined ? {} : { caseId })} />
        <Lists records={reading} />
      </main>
      {caseId !== undefined && <Write caseId={caseId} />}
    </>
  );
};

/** What was begun is carried on with here alone: no other screen says that it is there. */
const Write = ({ caseId }: { readonly caseId: Id }) => {
  const { t } = useTranslation("notes");
  const concern = useMemo(() => newPrivate("concern", caseId, ConcernValues), [caseId]);
  const note = useMemo(() => newPrivate("note", caseId, NoteValues), [caseId]);
  const hasConcern = useHasBegun(concern, isAnythingTyped);
  const hasNote = useHasBegun(note, isAnythingTyped);
  return (
    <VisitBar>
      <ButtonLink to={`/cases/${caseId}/notes/note`}>{t(hasNote ? "list.carryOnNote" : "list.writeNote")}</ButtonLink>
      <ButtonLink weight="main" to={`/cases/${caseId}/notes/concern`}>
        {t(hasConcern ? "list.carryOnConcern" : "list.writeConcern")}
      </ButtonLink>
    </VisitBar>
  );
};

const Lists = ({ records: { concerns, notes } }: { readonly records: PrivateRecords }) => {
  const { t } = useTranslation("notes");
  const services = useServices();
  const { practitioner } = services;
  const ofOthers = concerns.filter(({ body }) => body.sections.concern.byId !== practitioner.id);
  const untold = ofOthers.filter((concern) => isForNobodyYet(concern, services));
  const toRead = ofOthers.filter((concern) => !untold.includes(concern));
  const own = concerns.filter(({ body }) => body.sections.concern.byId === practitioner.id);
  if (concerns.length + notes.length === 0) return <p className={styles.quiet}>{t("list.none")}</p>;
  return (
    <>
      <List title={t("list.nobodyTold")} about={t("list.nobodyToldBody")} records={untold} />
      <List title={t("list.toRead")} records={toRead} />
      <List title={t("list.concerns")} records={own} />
      <List title={t("list.notes")} records={notes} />
    </>
  );
};

interface ListProps {
  readonly title: string;
  readonly about?: string;
  readonly records: readonly PrivateRecord[];
}

const List = ({ title, about, records }: ListProps) => {
  if (records.length === 0) return null;
  return (
    <Card>
      <h2>{title}</h2>
      {about !== undefined && <p className={styles.quiet}>{about}</p>}
      <ul className={styles.list}>
        {records.map((record) => (
          <Row key={record.recordId} record={record} />
        ))}
      </ul>
    </Card>
  );
};

const Row = ({ record }: { readonly record: PrivateRecord }) => {
  const { t } = useTranslation("notes");
  const services = useServices();
  const format = useFormat();
  const { words, byName, atMs } =
    record.recordType === "concern" ? record.body.sections.concern : record.body.sections.note;
  return (
    <li>
      <Link className={styles.row} to={`/cases/${record.caseId}/notes/${record.recordId}`}>
        <span className={styles.first} dir="auto">
          {words.trim() === "" ? t("list.noWords") : words}
        </span>
        <span className={styles.quiet}>{t("list.by", { name: byName, time: format.dayAndTime(atMs) })}</span>
        {record.recordType === "concern" && isWaitingForAnswer(record, services) && (
          <span className={styles.ask}>{t("list.askAnswered")}</span>
        )}
      </Link>
      <DeliveryState delivery={record.delivery} />
    </li>
  );
};
