import { useTranslation } from "react-i18next";
import { useKeptForm } from "../../app/forms/use-kept-form";
import { HomeHeader } from "../../app/home-header";
import { Message } from "../../app/message";
import { Opening } from "../../app/opening";
import { SavingContext } from "../../app/visit/saving";
import { NEW_FAMILY } from "./family-draft";
import { NewFamilyForm } from "./new-family-form";
import { StoreFailed } from "./store-failed";

/** Writes down a new family; what is typed stays on the device until it is saved or thrown away. */
export const NewFamilyScreen = () => {
  const { t } = useTranslation("families");
  const opening = useKeptForm(NEW_FAMILY);
  return (
    <>
      <HomeHeader />
      {opening.kind === "opening" && <Opening />}
      {opening.kind === "held-elsewhere" && <Message title={t("form.held")}>{t("form.heldBody")}</Message>}
      {opening.kind === "storage-failed" && <StoreFailed />}
      {opening.kind === "open" && (
        <SavingContext value={opening.draft.saving}>
          <NewFamilyForm draft={opening.draft} />
        </SavingContext>
      )}
    </>
  );
};
