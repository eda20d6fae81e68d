import { useMemo } from "react";
import { useFormContext } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useServices } from "../../app/services";
import { Card } from "../../components/card";
import { TextArea, TextField } from "../../components/form/text-field";
import { additionFrom } from "./make-private";
import { type AddedValues, additionTo } from "./private-draft";
import { PrivateForm } from "./private-form";
import { usePrivateRecord } from "./use-private-records";

/** Adds to a private record, and says who has answered; the words that stand stay. */
export const AddScreen = () => {
  const { t } = useTranslation("notes");
  const { caseId = "", recordId = "" } = useParams();
  const services = useServices();
  const record = usePrivateRecord(recordId);
  const recordType = record?.recordType;
  const kind = useMemo(
    () => (recordType === undefined ? undefined : additionTo(recordType, caseId, recordId)),
    [recordType, caseId, recordId],
  );
  if (kind === undefined) return null;
  return (
    <PrivateForm
      kind={kind}
      title={t("add.title")}
      intro={t("add.intro")}
      send={t("add.send")}
      back={`/cases/${caseId}/notes/${recordId}`}
      make={(values, id, nowMs) => additionFrom(recordId, values, { services, id, nowMs })}
    >
      <Fields isConcern={recordType === "concern"} />
    </PrivateForm>
  );
};

const Fields = ({ isConcern }: { readonly isConcern: boolean }) => {
  const { t } = useTranslation("notes");
  const { register } = useFormContext<AddedValues>();
  return (
    <Card>
      {isConcern && (
        <TextField
          label={t("add.answeredBy")}
          hint={t("add.answeredHint")}
          maxLength={200}
          {...register("answeredBy")}
        />
      )}
      <TextArea label={t("add.words")} maxLength={20_000} {...register("words")} />
    </Card>
  );
};
