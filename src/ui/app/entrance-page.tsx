import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { BrandMark } from "../components/brand-mark";
import styles from "./entrance-page.module.css";
import layout from "./layout.module.css";

interface EntrancePageProps {
  readonly title: string;
  /** What stands for the heading, where the page is one of the open app's and takes the focus. */
  readonly heading?: ReactNode;
  /** What the page is about, one idea a paragraph. */
  readonly about: readonly string[];
  readonly children: ReactNode;
}

/** A page before the families: the name of the app, a heading, and what it is about. */
export const EntrancePage = ({ title, heading = <h1>{title}</h1>, about, children }: EntrancePageProps) => {
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
          {heading}
          {about.map((paragraph) => (
            <p key={paragraph} className={styles.about}>
              {paragraph}
            </p>
          ))}
        </div>
        {children}
      </main>
    </>
  );
};
