import { useLocation } from "react-router";
import { shownName } from "#core/schema/person";
import { BrandMark } from "../../components/brand-mark";
import layout from "../layout.module.css";
import { useOpenVisit } from "../visit/open-visit";
import { GiveBack } from "./give-back";

/** The head of what was handed over: whose it is, and a quiet way to give it back. */
export const GuestHeader = () => {
  const { child } = useOpenVisit();
  // At the end it is the one thing to do, and stands at the foot.
  const isDone = useLocation().pathname.endsWith("/_done");
  return (
    <header className={layout.top} data-family-view="guest">
      <span className={layout.brand}>
        <BrandMark />
      </span>
      <span className={layout.pill}>
        <bdi>{shownName(child)}</bdi>
      </span>
      {!isDone && (
        <span className={layout.who}>
          <GiveBack weight="quiet" />
        </span>
      )}
    </header>
  );
};
