import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../components/button-link";
import { Card } from "../components/card";
import styles from "./layout.module.css";

interface MessageProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** A page that has one thing to say and one way on. */
export const Message = ({ title, children }: MessageProps) => {
  const { t } = useTranslation();
  return (
    <main id="main" className={styles.narrow}>
      <Card>
        <h1>{title}</h1>
        {children !== undefined && <p>{children}</p>}
        <p>
          <ButtonLink to="/">{t("home")}</ButtonLink>
        </p>
      </Card>
    </main>
  );
};
