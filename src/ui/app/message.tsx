import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../components/button";
import { Card } from "../components/card";
import styles from "./layout.module.css";

interface MessageProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** Shown while something opens: no way out is offered, because it is about to be over. */
  readonly calm?: boolean;
}

/** A page that has one thing to say and one way on. */
export const Message = ({ title, children, calm = false }: MessageProps) => {
  const { t } = useTranslation();
  return (
    <main id="main" className={calm ? `${styles.narrow} ${styles.late}` : styles.narrow}>
      <Card {...(calm ? { role: "status" } : {})}>
        <h1>{title}</h1>
        {children !== undefined && <p>{children}</p>}
        {!calm && (
          <p>
            <ButtonLink to="/">{t("home")}</ButtonLink>
          </p>
        )}
      </Card>
    </main>
  );
};
