import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import layout from "../../app/layout.module.css";
import { BrandMark } from "../../components/brand-mark";
import styles from "./unlock.module.css";

interface EntrancePageProps {
  readonly title: string;
  /** What the page is about, one idea a paragraph. */
  readonly about: readonly string[];
  readonly children: ReactNode;
}

/** A page before the families: the name of the app, a heading, and what it is about. */
export const EntrancePage = ({ title, about, children }: EntrancePageProps) => {
  const { t: common } = useTranslation();
  return (
    <>
      <header className={layout.top}>
        <span className={layout.brand}>
          <BrandMark />
          {common("appName")}
        </span>
      </header>
      <main id="main" className={layout.narrow}>
        <div>
          <h1>{title}</h1>
          {about.map((paragraph) => (
            <p key={paragraph} className={styles.soft}>
              {paragraph}
            </p>
          ))}
        </div>
        {children}
      </main>
    </>
  );
};
