import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/button";
import { Card } from "../components/card";
import layout from "./layout.module.css";

interface Props {
  readonly children: ReactNode;
}
interface State {
  readonly failed: boolean;
}

/** Catches a bug on a page, says what is still safe, and offers the page again. Nothing of the error is shown. */
export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Problem /> : this.props.children;
  }
}

const Problem = () => {
  const { t } = useTranslation();
  return (
    <main className={layout.narrow}>
      <Card role="alert">
        <h1>{t("problem.title")}</h1>
        <p>{t("problem.body")}</p>
        <p>
          <Button
            weight="main"
            onClick={() => {
              globalThis.location.reload();
            }}
          >
            {t("problem.again")}
          </Button>
        </p>
      </Card>
    </main>
  );
};
