import { useEffect, useState } from "react";
import { type Services, useServices } from "../services";
import { saveWhenPutAway } from "../visit/save-when-put-away";
import { type FormKind, openForm, type OpenedForm } from "./open-form";

export type OpeningForm<V extends object> = { readonly kind: "opening" } | OpenedForm<V>;

/** Opens a form for as long as its page is shown, and lets go of it after. `kind` stays the same object meanwhile. */
export const useKeptForm = <V extends object>(kind: FormKind<V>): OpeningForm<V> => {
  const services = useServices();
  const [opening, setOpening] = useState<OpeningForm<V>>({ kind: "opening" });
  useEffect(() => keepOpen(services, kind, setOpening), [services, kind]);
  return opening;
};

const keepOpen = <V extends object>(
  services: Services,
  kind: FormKind<V>,
  show: (opening: OpeningForm<V>) => void,
): (() => void) => {
  const ending = new AbortController();
  const { signal } = ending;
  let letGo = (): void => undefined;
  void openForm(services, kind).then((opened) => {
    if (opened.kind === "open") letGo = opened.draft.close;
    if (signal.aborted) letGo();
    else show(opened);
    if (opened.kind === "open") saveWhenPutAway(opened.draft.saving, signal);
  });
  return () => {
    ending.abort();
    letGo();
  };
};
