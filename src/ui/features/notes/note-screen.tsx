import { useMemo } from "react";
import { useFormContext } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { ok } from "#core/result";
import { useServices } from "../../app/services";
import { Card } from "../../components/card";
import { TextArea } from "../../components/form/text-field";
import { noteFrom } from "./make-private";
import { newPrivate, NoteValues } from "./private-draft";
import { PrivateForm } from "./private-form";

/** Writes a note that nobody else reads. */
export const NoteScreen = () => {
  const { t } = useTranslation("notes");
  const { caseId = "" } = useParams();
  const services = useServices();
  const kind = useMemo(() => newPrivate("note", caseId, NoteValues), [caseId]);
  return (
    <PrivateForm
      kind={kind}
      title={t("note.title")}
      intro={t("note.intro")}
      send={t("note.keep")}
      back={`/cases/${caseId}/notes`}
      make={(values, id, nowMs) => Promise.resolve(ok(noteFrom(caseId, values, { services, id, nowMs })))}
    >
      <Words />
    </PrivateForm>
  );
};

const Words = () => {
  const { t } = useTranslation("notes");
  const { register } = useFormContext<NoteValues>();
  return (
    <Card>
      <TextArea label={t("note.words")} maxLength={20_000} {...register("words")} />
    </Card>
  );
};
