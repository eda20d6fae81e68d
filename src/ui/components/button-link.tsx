import { Link, type LinkProps } from "react-router";
import { buttonClass, type Weighted } from "./button";

/** A link that looks like the action it is: it goes somewhere, so it stays a link. */
export const ButtonLink = ({ weight = "plain", ...rest }: LinkProps & Weighted) => (
  <Link {...rest} className={buttonClass(weight)} />
);
