import { useTranslation } from "react-i18next";

const KINDS = ["case", "profile", "plan", "review"] as const;
const REASONS = ["access", "body", "not-of-this-record", "follows-quarantined", "words-changed", "too-old"] as const;

const oneOf = <T extends string>(known: readonly T[], name: string): T | "other" =>
  known.find((each) => each === name) ?? "other";

/** What is held and why, in words; what only a newer version knows has words too. */
export const useHeldWords = () => {
  const { t } = useTranslation("held");
  return {
    what: (recordType: string): string => t(`kind.${oneOf(KINDS, recordType)}`),
    /** To its sender. */
    why: (reason: string): string => t(`why.${oneOf(REASONS, reason)}`),
    /** To the records keeper. */
    reason: (reason: string): string => t(`reasons.${oneOf(REASONS, reason)}`),
  };
};
