import type { HTMLAttributes } from "react";
import styles from "./card.module.css";

type CardProps = HTMLAttributes<HTMLElement> & { readonly tone?: "plain" | "talk-about" };

export const Card = ({ tone = "plain", ...rest }: CardProps) => (
  <section {...rest} className={styles.card} data-tone={tone} />
);
