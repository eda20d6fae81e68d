import type { ButtonHTMLAttributes } from "react";
import { Link, type LinkProps } from "react-router";
import styles from "./button.module.css";

type Weight = "main" | "plain" | "quiet";

interface Weighted {
  /** `main` is the one primary action of a screen. */
  readonly weight?: Weight;
}

const classFor = (weight: Weight): string => `${styles.button} ${weight === "plain" ? "" : styles[weight]}`;

export const Button = ({
  weight = "plain",
  type = "button",
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & Weighted) => <button {...rest} type={type} className={classFor(weight)} />;

/** A link that looks like the action it is: it goes somewhere, so it stays a link. */
export const ButtonLink = ({ weight = "plain", ...rest }: LinkProps & Weighted) => (
  <Link {...rest} className={classFor(weight)} />
);
