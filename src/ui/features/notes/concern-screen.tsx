import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { ok } from "#core/result";
import { useServices } from "../../app/services";
import { ConcernFields } from "./concern-fields";
import { concernFrom } from "./make-private";
import { ConcernValues, newPrivate } from "./private-draft";
import { PrivateForm } from "./private-form";

/** Writes a new concern. Ring first, write after. */
export const ConcernScreen = () => {
  const { t } = useTranslation("notes");
  const { caseId = "" } = useParams();
  const services = useServices();
  const kind = useMemo(() => newPrivate("concern", caseId, ConcernValues), [caseId]);
  return (
    <PrivateForm
      kind={kind}
      title={t("concern.title")}
      intro={t("concern.intro")}
      send={t("concern.send")}
      back={`/cases/${caseId}/notes`}
      make={(values, id, nowMs) => Promise.resolve(ok(concernFrom(caseId, values, { services, id, nowMs })))}
    >
      <ConcernFields caseId={caseId} />
    </PrivateForm>
  );
};
