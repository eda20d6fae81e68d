import type { ReactNode } from "react";
import styles from "./start.module.css";

/** What follows from an answer: read out when it comes up, and taking no room before. */
export const Says = ({ children }: { readonly children: ReactNode }) => (
  <div role="status" className={styles.says}>
    {children}
  </div>
);
