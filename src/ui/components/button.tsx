import type { ButtonHTMLAttributes } from "react";
import styles from "./button.module.css";

type Weight = "main" | "plain" | "quiet";

export interface Weighted {
  /** `main` is the one primary action of a screen. */
  readonly weight?: Weight;
}

export const buttonClass = (weight: Weight): string => `${styles.button} ${weight === "plain" ? "" : styles[weight]}`;

export const Button = ({
  weight = "plain",
  type = "button",
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & Weighted) => (
  <button {...rest} type={type} className={buttonClass(weight)} />
);
